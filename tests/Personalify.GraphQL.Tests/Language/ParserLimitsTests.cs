using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    [Theory]
    [InlineData("{ a b c }", 5, null)]
    [InlineData("{ a b c d }", 5, "1:11 Document contains more than 5 tokens. Parsing aborted; send a shorter document.")]
    [InlineData("{ a #b c d\n}", 3, null)]
    public void Tokens_are_limited(string document, int limit, string? error) => AssertLimit(document, new ParserOptions { MaxAllowedTokens = limit }, error);

    [Theory]
    [InlineData("{ a b }", 7, null)]
    [InlineData("{ a b c }", 7, "1:10 Document contains more than 7 syntax nodes. Parsing aborted; send a shorter document.")]
    public void Nodes_are_limited(string document, int limit, string? error) => AssertLimit(document, new ParserOptions { MaxAllowedNodes = limit }, error);

    [Theory]
    [InlineData("{ a { b } c }", 3, null)]
    [InlineData("{ a { b } c } fragment F on T { d }", 3, "1:33 Document contains more than 3 fields. Parsing aborted; split it into several requests.")]
    public void Fields_are_limited(string document, int limit, string? error) => AssertLimit(document, new ParserOptions { MaxAllowedFields = limit }, error);

    [Theory]
    [InlineData("{ a { a { a } } }", 3, null)]
    [InlineData("{ a { ... { a } a { b } } }", 3, null)]
    [InlineData("{ a { a { a { a } } } }", 3, "1:13 Document is nested deeper than 3 levels. Parsing aborted; split it into flatter requests.")]
    [InlineData("{ a(b: [[]]) }", 3, null)]
    [InlineData("{ a(b: [{ c: [] }]) }", 3, "1:14 Document is nested deeper than 3 levels. Parsing aborted; split it into flatter requests.")]
    [InlineData("query Q($a: [[[[Int]]]]) { a }", 3, "1:16 Document is nested deeper than 3 levels. Parsing aborted; split it into flatter requests.")]
    public void Depth_is_limited(string document, int limit, string? error) => AssertLimit(document, new ParserOptions { MaxAllowedRecursionDepth = limit }, error);

    [Theory]
    [InlineData("{ a @b @b b @c @c }", 2, null)]
    [InlineData("{ a @b @b @b }", 2, "1:11 An element has more than 2 directives. Parsing aborted; leave some out.")]
    public void Directives_are_limited(string document, int limit, string? error) =>
        AssertLimit(document, new ParserOptions { MaxAllowedDirectives = limit }, error);

    [Fact]
    public void The_defaults_are_those_that_clients_meet_elsewhere()
    {
        var options = ParserOptions.Default;
        Assert.Equal((2048, 200, 4), (options.MaxAllowedFields, options.MaxAllowedRecursionDepth, options.MaxAllowedDirectives));
    }

    [Theory]
    [InlineData("{a")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("{...{")]
    [InlineData("query($a:[")]
    [InlineData("type A { a(b: [[")]
    [InlineData("type A { a(b: Int = [{a:")]
    public void No_depth_exhausts_the_stack_whatever_the_limit(string opening)
    {
        var document = opening + string.Concat(Enumerable.Repeat(GetNestedPart(opening), 100_000));
        foreach (var options in new[] { ParserOptions.Default, ParserOptions.Trusted with { MaxAllowedRecursionDepth = int.MaxValue } })
        {
            Assert.Throws<SyntaxException>(() => Parser.Parse(document, options));
        }
    }

    private static string GetNestedPart(string opening) => opening switch
    {
        "{a" => "{a",
        "{...{" => "...{",
        "{a(b:{c:" => "{c:",
        "type A { a(b: Int = [{a:" => "[{a:",
        _ => "[",
    };

    private static void AssertLimit(string document, ParserOptions options, string? error)
    {
        if (error is null)
        {
            Parser.Parse(document, options);
            return;
        }

        var found = Assert.Throws<SyntaxException>(() => Parser.Parse(document, options)).Error;
        Assert.Equal(error, $"{found.Locations.Single().Line}:{found.Locations.Single().Column} {found.Message}");
        Assert.Equal("HC0076", found.Code);
    }
}
