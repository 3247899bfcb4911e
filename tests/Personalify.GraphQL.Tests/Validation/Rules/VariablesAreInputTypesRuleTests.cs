using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesRuleTests
{
    private static readonly RuleHarness _harness = new(new VariablesAreInputTypesRule());

    [Theory]
    [InlineData(
        "scalars, enums, input objects and lists of them",
        "query A($a: String, $b: [Boolean!]!, $c: Complex, $d: [[Color]]) { dog { name } }")]
    [InlineData("an unknown type", "query A($a: Nothing) { dog { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "objects, unions and interfaces",
        "query A($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { dog { name } }",
        "1:13 Variable \"$a\" cannot be non-input type \"Dog\".",
        "1:22 Variable \"$b\" cannot be non-input type \"[[CatOrDog!]]!\".",
        "1:42 Variable \"$c\" cannot be non-input type \"Pet\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
