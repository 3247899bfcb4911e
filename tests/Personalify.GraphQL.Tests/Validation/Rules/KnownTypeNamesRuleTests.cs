using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new KnownTypeNamesRule());

    [Theory]
    [InlineData(
        "types of the schema",
        "query A($a: String, $b: [Complex!]!) { dog { ... on Pet { name } ...F } } fragment F on Being { name }")]
    [InlineData("a type that the document defines", "{ dog { ... on Cow { name } } } type Cow { name: String }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "unknown types everywhere",
        "query A($a: Nothing, $b: [[JumbledUpLetters!]!]!) { dog { ... on Doog { name } ...F } } fragment F on Peettt { name }",
        "1:13 Unknown type \"Nothing\". Did you mean \"String\"?",
        "1:28 Unknown type \"JumbledUpLetters\".",
        "1:66 Unknown type \"Doog\". Did you mean \"Dog\"?",
        "1:103 Unknown type \"Peettt\". Did you mean \"Pet\"?")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
