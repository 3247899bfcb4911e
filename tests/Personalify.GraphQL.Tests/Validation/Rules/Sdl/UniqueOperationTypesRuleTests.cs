using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class UniqueOperationTypesRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new UniqueOperationTypesRule());

    [Theory]
    [InlineData("different roots, also in extensions", "schema { query: A mutation: B } extend schema { subscription: C }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "roots twice",
        "schema { query: A query: B mutation: A mutation: B subscription: A subscription: B }",
        "1:10 1:19 There can be only one query type in schema.",
        "1:28 1:40 There can be only one mutation type in schema.",
        "1:52 1:68 There can be only one subscription type in schema.")]
    [InlineData(
        "a root in the definition and in extensions",
        "schema { query: A }\nextend schema { query: B }\nextend schema { query: C }",
        "1:10 2:17 There can be only one query type in schema.",
        "1:10 3:17 There can be only one query type in schema.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
