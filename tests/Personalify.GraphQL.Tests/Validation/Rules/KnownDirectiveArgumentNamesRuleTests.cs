using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectiveArgumentNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new KnownDirectiveArgumentNamesRule());

    [Theory]
    [InlineData("known arguments of directives", "{ dog @skip(if: true) { name @onField(level: 2, flag: true) } }")]
    [InlineData("arguments of an unknown directive", "{ dog @unknown(a: 1) { name } }")]
    [InlineData(
        "an argument of a directive that the document defines",
        "{ dog @mine(a: 1) { name } } directive @mine(a: Int) on FIELD")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an unknown argument",
        "{ dog @skip(unless: true) { name } }",
        "1:13 Unknown argument \"unless\" on directive \"@skip\".")]
    [InlineData(
        "a mistyped argument",
        "{ dog @onField(flags: true) { name } }",
        "1:16 Unknown argument \"flags\" on directive \"@onField\". Did you mean \"flag\"?")]
    [InlineData(
        "an unknown argument of a directive that the document defines",
        "{ dog @mine(b: 1) { name } } directive @mine(a: Int) on FIELD",
        "1:13 Unknown argument \"b\" on directive \"@mine\". Did you mean \"a\"?")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
