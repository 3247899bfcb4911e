using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class SourceTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\n\rb", 3, 3, 1)]
    [InlineData("a\r\n\r\nb", 5, 3, 1)]
    [InlineData("é\U0001F600b", 6, 1, 4)]
    [InlineData("a\nb", 99, 2, 2)]
    public void An_offset_has_a_line_and_a_column_in_utf16(string text, int offset, int line, int column) =>
        Assert.Equal(new SourceLocation(line, column), new Source(text).GetLocation(offset));
}
