using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class LoneSchemaDefinitionRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new LoneSchemaDefinitionRule());

    [Theory]
    [InlineData("no definition", "type Query { a: Int }")]
    [InlineData(
        "one definition and extensions",
        "schema { query: Query } type Query { a: Int } extend schema { mutation: Query } extend schema @a")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "three definitions",
        "schema { query: A }\nschema { query: B }\nschema { query: C }",
        "2:1 Must provide only one schema definition.",
        "3:1 Must provide only one schema definition.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
