using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class UniqueDirectiveNamesRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new UniqueDirectiveNamesRule());

    [Theory]
    [InlineData("different names", "directive @a on FIELD directive @b on FIELD type a")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "a name twice",
        "directive @a on FIELD\ndirective @a on QUERY",
        "1:12 2:12 There can be only one directive named \"@a\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
