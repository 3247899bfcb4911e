using System.Text;

namespace Personalify.GraphQL.Tests.Fuzzing;

/// <summary>Changes inputs: bytes, pieces of the grammar, and parts of other inputs.</summary>
internal sealed class InputMutator(Random random)
{
    private const int MaxLength = 400;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", "..", ".", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", "\\\"\"\"",
            "#", "\n", "\r\n", ",", "\uFEFF", "\0", "é", "\U0001F600", "'", "0", "-", "1.", "1e", "1e400", "9999999999999999999999", " on ", " fragment F on ",
            " query ", " mutation ", " subscription ", " type T ", " extend ", " schema ", " input I ", " enum E ", " union U = ", " directive @d on ",
            " implements ", " interface I ", " scalar ", " repeatable ", "{ a }", "\"s\"", "\"\"\"b\"\"\"", "null", "true", "$v", "(a: 1)", "@skip(if: true)",
            "@include(if: $v)", "@deprecated", "@oneOf", "...F", "... on Query { ", "__typename", "__schema { types { name } }", "($v: Int = 1)", "[[Int!]!]", "Query",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>A changed copy.</summary>
    /// <param name="input">The input.</param>
    /// <param name="other">Another one, to take a part from.</param>
    public byte[] Mutate(byte[] input, byte[] other)
    {
        List<byte> bytes = [.. input];
        for (var changes = random.Next(1, 5); changes > 0; changes--) Change(bytes, other);
        if (bytes.Count > MaxLength) bytes.RemoveRange(MaxLength, bytes.Count - MaxLength);
        return [.. bytes];
    }

    public byte[] RandomBytes()
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return bytes;
    }

    public byte[] RandomPieces() => [.. Enumerable.Range(0, random.Next(1, 15)).SelectMany(_ => random.Next(2) == 0 ? [.. Piece(), (byte)' '] : Piece())];

    private byte[] Piece() => Pieces[random.Next(Pieces.Length)];

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(8))
        {
            case 0: bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)); break;
            case 1 or 2: bytes.InsertRange(at, Piece()); break;
            case 3 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 4 when at < bytes.Count: bytes[at] = (byte)random.Next(32, 127); break;
            case 5: bytes.InsertRange(at, Slice(other)); break;
            case 6: bytes.InsertRange(at, Repeated()); break;
            default: bytes.InsertRange(at, Slice([.. bytes])); break;
        }
    }

    private byte[] Slice(byte[] bytes)
    {
        var start = random.Next(bytes.Length + 1);
        return bytes[start..Math.Min(bytes.Length, start + random.Next(1, 80))];
    }

    /// <summary>The same piece many times: what nests, nests deeply.</summary>
    private byte[] Repeated()
    {
        var piece = Piece();
        return random.Next(20) == 0 ? [.. Enumerable.Repeat(piece, random.Next(2, 200)).SelectMany(part => part)] : piece;
    }
}
