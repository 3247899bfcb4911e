using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesRuleTests
{
    private static readonly RuleHarness _harness = new(new KnownOperationTypesRule(), "type Query { a: Int }");

    [Theory]
    [InlineData("a query where there is a query root", "{ a }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("a mutation where there is none", "mutation { a }", "1:1 The mutation operation is not supported by the schema.")]
    [InlineData(
        "a subscription where there is none",
        "query Q { a } subscription S { a }",
        "1:15 The subscription operation is not supported by the schema.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
