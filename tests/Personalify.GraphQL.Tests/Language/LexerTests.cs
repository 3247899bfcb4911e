using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("{ a }", "BraceLeft Name BraceRight")]
    [InlineData("! $ & ( ) ... : = @ [ ] { | }", "Bang Dollar Ampersand ParenLeft ParenRight Spread Colon Equals At BracketLeft BracketRight BraceLeft Pipe BraceRight")]
    [InlineData("4 -4 0 -0 9", "Int Int Int Int Int")]
    [InlineData("4.123 -4.123 0.123 123e4 123E4 123e-4 123e+4 -1.123e4567", "Float Float Float Float Float Float Float Float")]
    [InlineData("\"\" \"a\" \"\"\"\"\"\" \"\"\"a\"\"\"", "String String BlockString BlockString")]
    [InlineData("a,,b # c } \r d", "Name Name Name")]
    [InlineData("\uFEFFa\uFEFF b", "Name Name")]
    [InlineData("_ _a a1 A", "Name Name Name Name")]
    [InlineData("1,2 1]", "Int Int Int BracketRight")]
    [InlineData("# \0 a null in a comment", "")]
    [InlineData("", "")]
    public void Text_becomes_tokens(string text, string kinds) => Assert.Equal(kinds, string.Join(' ', Kinds(text)));

    [Theory]
    [InlineData("00", 2, "Invalid number, unexpected digit after 0: \"0\".")]
    [InlineData("01.23", 2, "Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("-", 2, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("+1", 1, "Unexpected character: \"+\".")]
    [InlineData("1.", 3, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1e", 3, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1e+", 4, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.A", 3, "Invalid number, expected digit but got: \"A\".")]
    [InlineData("1a", 2, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("1_", 2, "Invalid number, expected digit but got: \"_\".")]
    [InlineData("0xF", 2, "Invalid number, expected digit but got: \"x\".")]
    [InlineData("1.2.3", 4, "Invalid number, expected digit but got: \".\".")]
    [InlineData("1.23f", 5, "Invalid number, expected digit but got: \"f\".")]
    [InlineData(".123", 1, "Invalid number, expected digit before \".\", did you mean \"0.123\"?")]
    [InlineData("1\"", 3, "Unterminated string.")]
    public void Malformed_numbers_are_refused(string text, int column, string message) => AssertError(text, 1, column, message);

    [Theory]
    [InlineData("?", 1, 1, "Unexpected character: \"?\".")]
    [InlineData("..", 1, 1, "Unexpected \"..\", did you mean \"...\"?")]
    [InlineData(".", 1, 1, "Unexpected character: \".\".")]
    [InlineData("'a'", 1, 1, "Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("\u0007", 1, 1, "Unexpected character: U+0007.")]
    [InlineData("\u203B", 1, 1, "Unexpected character: U+203B.")]
    [InlineData("\u200B", 1, 1, "Unexpected character: U+200B.")]
    [InlineData("\U0001F600", 1, 1, "Unexpected character: U+1F600.")]
    [InlineData("a\r\nb\rc\n  ?", 4, 3, "Unexpected character: \"?\".")]
    [InlineData("\"\U0001F600\" ?", 1, 6, "Unexpected character: \"?\".")]
    [InlineData("\uFEFF ?", 1, 3, "Unexpected character: \"?\".")]
    public void Stray_characters_are_refused_with_columns_in_utf16(string text, int line, int column, string message) =>
        AssertError(text, line, column, message);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused()
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(new Source(new byte[] { (byte)'{', (byte)'\n', (byte)'a', 0xC3, 0x28 }))).Error;
        Assert.Equal("Syntax Error: Invalid UTF-8 byte 0xC3.", error.Message);
        Assert.Equal([new SourceLocation(2, 2)], error.Locations);
    }

    private static void AssertError(string text, int line, int column, string message)
    {
        var error = Assert.Throws<SyntaxException>(() => Kinds(text)).Error;
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
        Assert.Equal("HC0014", error.Code);
    }

    private static List<TokenKind> Kinds(string text)
    {
        var lexer = new Lexer(new Source(text));
        var kinds = new List<TokenKind>();
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next()) kinds.Add(token.Kind);
        return kinds;
    }
}
