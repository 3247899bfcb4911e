using System.Text;

namespace Personalify.GraphQL.Language;

/// <summary>
/// The value of block strings and their layout when printed.
/// Specification: 2.9.4 String Value, https://spec.graphql.org/September2025/#BlockStringValue()
/// </summary>
internal static class BlockString
{
    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";
    private const int LongLine = 70;

    /// <summary>The value of the bytes between the quotes.</summary>
    public static string Parse(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw).Replace(EscapedQuotes, Quotes, StringComparison.Ordinal);
        return string.Join('\n', Dedent(text.ReplaceLineTerminators().Split('\n')).AsSpan()!);
    }

    /// <summary>The value between quotes, on lines of its own where that reads better.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace(Quotes, EscapedQuotes, StringComparison.Ordinal);
        var lines = escaped.ReplaceLineTerminators().Split('\n');
        var endsInQuotes = escaped.EndsWith(EscapedQuotes, StringComparison.Ordinal);
        // A quote or backslash before the closing quotes would change their meaning.
        var needsFinalBreak = (value.EndsWith('"') && !endsInQuotes) || value.EndsWith('\\');
        // Without a break of its own in front, the first line would not count and the others would lose their indentation.
        var needsFirstBreak = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || CharacterClasses.IsWhiteSpace(line[0]));
        var isSpread = lines.Length > 1 || value.Length > LongLine || needsFinalBreak || needsFirstBreak || endsInQuotes;
        var keepsFirstLine = lines.Length == 1 && value.Length > 0 && CharacterClasses.IsWhiteSpace(value[0]);

        var before = (isSpread && !keepsFirstLine) || needsFirstBreak ? "\n" : "";
        var after = isSpread || needsFinalBreak ? "\n" : "";
        return $"{Quotes}{before}{escaped}{after}{Quotes}";
    }

    private static ArraySegment<string> Dedent(string[] lines)
    {
        var isBlank = (string line) => CountIndent(line) == line.Length;
        var indent = lines.Skip(1).Where(line => !isBlank(line)).Select(CountIndent).DefaultIfEmpty(0).Min();
        for (var i = 1; i < lines.Length; i++) lines[i] = lines[i][Math.Min(indent, lines[i].Length)..];

        var first = Array.FindIndex(lines, line => !isBlank(line));
        var last = Array.FindLastIndex(lines, line => !isBlank(line));
        return first < 0 ? [] : new ArraySegment<string>(lines, first, last - first + 1);
    }

    private static int CountIndent(string line)
    {
        var indent = 0;
        while (indent < line.Length && CharacterClasses.IsWhiteSpace(line[indent])) indent++;
        return indent;
    }

    private static string ReplaceLineTerminators(this string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
