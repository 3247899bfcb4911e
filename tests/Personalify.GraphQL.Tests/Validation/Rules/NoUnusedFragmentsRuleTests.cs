using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsRuleTests
{
    private static readonly RuleHarness _harness = new(new NoUnusedFragmentsRule());

    [Theory]
    [InlineData(
        "fragments that operations use through others",
        "query A { dog { ...A } } query B { dog { ...C } } fragment A on Dog { ...B } fragment B on Dog { name } fragment C on Dog { name }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "fragments that nobody uses",
        "query A { dog { ...A } }\nfragment A on Dog { name }\nfragment B on Dog { name }",
        "3:1 Fragment \"B\" is never used.")]
    [InlineData(
        "fragments that use only each other",
        "{ dog { name } }\nfragment A on Dog { name ...B }\nfragment B on Dog { name ...A }",
        "2:1 Fragment \"A\" is never used.",
        "3:1 Fragment \"B\" is never used.")]
    [InlineData(
        "fragments without an operation",
        "fragment A on Dog { ...B } fragment B on Dog { name }",
        "1:1 Fragment \"A\" is never used.",
        "1:28 Fragment \"B\" is never used.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
