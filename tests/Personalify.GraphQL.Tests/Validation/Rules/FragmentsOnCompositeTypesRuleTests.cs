using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesRuleTests
{
    private static readonly RuleHarness _harness = new(new FragmentsOnCompositeTypesRule());

    [Theory]
    [InlineData(
        "objects, interfaces and unions",
        "{ dog { ... on Dog { name } ... on Pet { name } ... { name } } } fragment F on CatOrDog { __typename }")]
    [InlineData("an unknown type", "fragment F on Nothing { name }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "a scalar",
        "fragment F on Boolean { bad }",
        "1:15 Fragment \"F\" cannot condition on non composite type \"Boolean\".")]
    [InlineData(
        "an enum",
        "fragment F on Color { bad }",
        "1:15 Fragment \"F\" cannot condition on non composite type \"Color\".")]
    [InlineData(
        "an input object",
        "fragment F on Complex { bad }",
        "1:15 Fragment \"F\" cannot condition on non composite type \"Complex\".")]
    [InlineData(
        "an inline fragment on a scalar",
        "fragment F on Pet { ... on String { bad } }",
        "1:28 Fragment cannot condition on non composite type \"String\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
