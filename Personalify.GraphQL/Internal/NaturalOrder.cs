using System.Numerics;

namespace Personalify.GraphQL.Internal;

/// <summary>Orders text as people do: runs of digits count as numbers, so <c>a2</c> comes before <c>a10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (left.Length > 0 && right.Length > 0)
        {
            var byPart = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0])
                ? TakeNumber(ref left).CompareTo(TakeNumber(ref right))
                : TakeCharacter(ref left).CompareTo(TakeCharacter(ref right));
            if (byPart != 0) return byPart;
        }

        return left.Length - right.Length;
    }

    private static char TakeCharacter(ref ReadOnlySpan<char> text)
    {
        var first = text[0];
        text = text[1..];
        return first;
    }

    private static BigInteger TakeNumber(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        if (length < 0) length = text.Length;
        var number = BigInteger.Parse(text[..length], System.Globalization.CultureInfo.InvariantCulture);
        text = text[length..];
        return number;
    }
}
