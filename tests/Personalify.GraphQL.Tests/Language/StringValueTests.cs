using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class StringValueTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"quote \\\"\"", "quote \"")]
    [InlineData("\"escaped \\n\\r\\b\\t\\f\"", "escaped \n\r\b\t\f")]
    [InlineData("\"slashes \\\\ \\/\"", "slashes \\ /")]
    [InlineData("\"\\u00e9\\u00C9\"", "éÉ")]
    [InlineData("\"\\u{E9}\\u{1F600}\\u{000000e9}\\u{10FFFF}\\u{0}\"", "é\U0001F600é\U0010FFFF\0")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    [InlineData("\"unescaped \U0001F600 é\"", "unescaped \U0001F600 é")]
    [InlineData("\"bell \u0007 and null \0\"", "bell \u0007 and null \0")]
    public void Escapes_are_resolved(string literal, string value) => Assert.Equal(value, Read(literal).Value);

    [Theory]
    [InlineData("\"", 2, "Unterminated string.")]
    [InlineData("\"no end", 8, "Unterminated string.")]
    [InlineData("\"multi\nline\"", 7, "Unterminated string.")]
    [InlineData("\"multi\rline\"", 7, "Unterminated string.")]
    [InlineData("\"bad \\z esc\"", 6, "Invalid character escape sequence: \"\\z\".")]
    [InlineData("\"bad \\x esc\"", 6, "Invalid character escape sequence: \"\\x\".")]
    [InlineData("\"bad \\u1 esc\"", 6, "Invalid Unicode escape sequence: \"\\u1 es\".")]
    [InlineData("\"bad \\uXXXX\"", 6, "Invalid Unicode escape sequence: \"\\uXXXX\".")]
    [InlineData("\"bad \\u{}\"", 6, "Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData("\"bad \\u{FXXX}\"", 6, "Invalid Unicode escape sequence: \"\\u{FX\".")]
    [InlineData("\"bad \\u{110000}\"", 6, "Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("\"bad \\u{D800}\"", 6, "Invalid Unicode escape sequence: \"\\u{D800}\".")]
    [InlineData("\"bad \\u{1F600\"", 6, "Invalid Unicode escape sequence: \"\\u{1F600\"\".")]
    [InlineData("\"bad \\uD83D\"", 6, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"bad \\uDE00\"", 6, "Invalid Unicode escape sequence: \"\\uDE00\".")]
    [InlineData("\"bad \\uD83D\\uD83D\"", 6, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"bad \\uD83D\\u{DE00}\"", 6, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"bad \\", 6, "Invalid character escape sequence: \"\\\".")]
    [InlineData("\"bad \\u00", 6, "Invalid Unicode escape sequence: \"\\u00\".")]
    [InlineData("\"\"\"no end", 10, "Unterminated string.")]
    [InlineData("\"\"\"no end\\\"\"\"", 14, "Unterminated string.")]
    public void Malformed_strings_are_refused_at_the_escape(string literal, int column, string message)
    {
        var error = Assert.Throws<SyntaxException>(() => Read(literal)).Error;
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal(column, error.Locations.Single().Column);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("simple", "simple")]
    [InlineData(" white space ", " white space ")]
    [InlineData("contains \" quote", "contains \" quote")]
    [InlineData("contains \\\"\"\" quotes", "contains \"\"\" quotes")]
    [InlineData("unescaped \\n\\u00e9", "unescaped \\n\\u00e9")]
    [InlineData("multi\nline", "multi\nline")]
    [InlineData("multi\rline\r\nnormalized", "multi\nline\nnormalized")]
    [InlineData("\n    spans\n      multiple\n        lines\n    ", "spans\n  multiple\n    lines")]
    [InlineData("    first\n      second\n     third", "    first\n second\nthird")]
    [InlineData("\n  \n   a\n     \n   b\n  ", "a\n  \nb")]
    [InlineData("\t\n\t\ta\n\t\tb", "a\nb")]
    [InlineData("\n  \n ", "")]
    [InlineData("a\n\n\n", "a")]
    public void Block_strings_lose_common_indentation_and_outer_blank_lines(string raw, string value)
    {
        var node = Read($"\"\"\"{raw}\"\"\"");
        Assert.True(node.IsBlock);
        Assert.Equal(value, node.Value);
    }

    private static StringValueNode Read(string literal) => Assert.IsType<StringValueNode>(Parser.ParseValue(new Source(literal)));
}
