using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredDirectiveArgumentsRuleTests
{
    private static readonly RuleHarness _harness = new(new ProvidedRequiredDirectiveArgumentsRule());

    [Theory]
    [InlineData("all required arguments", "{ dog @needs(what: \"x\") { name @skip(if: true) @onField } }")]
    [InlineData("an unknown directive", "{ dog @unknown { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "missing arguments",
        "{ dog @include { name @skip } }",
        "1:7 Argument \"@include(if:)\" of type \"Boolean!\" is required, but it was not provided.",
        "1:23 Argument \"@skip(if:)\" of type \"Boolean!\" is required, but it was not provided.")]
    [InlineData(
        "a missing argument of a directive that the document defines",
        "{ dog @mine(b: 1) { name } } directive @mine(a: [String!]!, b: Int!, c: Int! = 1) on FIELD",
        "1:7 Argument \"@mine(a:)\" of type \"[String!]!\" is required, but it was not provided.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
