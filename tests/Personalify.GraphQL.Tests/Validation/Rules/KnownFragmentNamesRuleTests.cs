using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new KnownFragmentNamesRule());

    [Theory]
    [InlineData(
        "fragments of the document",
        "{ dog { ...A ... on Dog { ...B } ... { name } } } fragment A on Dog { ...B } fragment B on Dog { name }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "unknown fragments at every level",
        "{ dog { ...Unknown1 ... on Dog { ...Unknown2 } } } fragment A on Dog { name ...Unknown3 }",
        "1:12 Unknown fragment \"Unknown1\".",
        "1:37 Unknown fragment \"Unknown2\".",
        "1:80 Unknown fragment \"Unknown3\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
