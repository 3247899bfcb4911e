using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new UniqueFragmentNamesRule());

    [Theory]
    [InlineData(
        "fragments of different names",
        "{ dog { ...A ...B ... on Dog { name } } } fragment A on Dog { name } fragment B on Dog { name }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "two fragments of one name",
        "{ dog { ...A } }\nfragment A on Dog { name }\nfragment A on Dog { barks }",
        "2:10 3:10 There can be only one fragment named \"A\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
