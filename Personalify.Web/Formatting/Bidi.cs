using System.Buffers;
using System.Text;

namespace Personalify.Web.Formatting;

/// <summary>
/// Keeps text that came from outside from reordering what stands beside it. Unicode's controls of direction may be in any title; a title is
/// shown as it is, in an isolate of its own (Unicode Standard Annex 9). Markup makes the isolate with <c>bdi</c>, see
/// <see cref="TagHelpers.NameTagHelper"/>.
/// </summary>
public static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>What ends an isolate from within: the controls of isolates, and what starts a new paragraph.</summary>
    private static readonly SearchValues<char> Leaks = SearchValues.Create("\u2066\u2067\u2068\u2069\u2029\u0085\u001c\u001d\u001e");

    /// <summary>
    /// The text with as many ends of isolates as beginnings, so that it neither ends the isolate around it nor reaches past its end.
    /// </summary>
    public static string Contain(string text)
    {
        if (!text.AsSpan().ContainsAny(Leaks)) return text;
        var (contained, open) = (new StringBuilder(text.Length), 0);
        foreach (var unit in text)
        {
            if (unit == PopIsolate && open == 0) continue;
            open += unit switch { '\u2066' or '\u2067' or FirstStrongIsolate => 1, PopIsolate => -1, _ => 0 };
            contained.Append(unit is '\u2029' or '\u0085' or (>= '\u001c' and <= '\u001e') ? ' ' : unit);
        }

        return contained.Append(PopIsolate, open).ToString();
    }

    /// <summary>
    /// For attributes, the page's title and whatever else holds no markup: in an isolate where the text has a direction of its own.
    /// </summary>
    public static string Isolate(string text) =>
        text.Any(HasDirection) ? $"{FirstStrongIsolate}{Contain(text)}{PopIsolate}" : text;

    /// <summary>A sentence in which names of others stand in “quotation marks”: each of them is isolated, and so is the rest.</summary>
    public static string Sentence(string text)
    {
        if (!text.Any(HasDirection)) return text;
        var parts = text.Split('“');
        return Isolate(parts[0]) + string.Concat(parts.Skip(1).Select(Quotation));
    }

    private static string Quotation(string part)
    {
        var end = part.LastIndexOf('”');
        return end < 0 ? $"“{Isolate(part)}" : $"“{Isolate(part[..end])}”{Isolate(part[(end + 1)..])}";
    }

    /// <summary>Letters that run from right to left, and every control that is about direction.</summary>
    private static bool HasDirection(char unit) => unit is
        (>= '\u0590' and <= '\u08ff') or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
        or (>= '\ud802' and <= '\ud803') or (>= '\ud83a' and <= '\ud83b') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff');
}
