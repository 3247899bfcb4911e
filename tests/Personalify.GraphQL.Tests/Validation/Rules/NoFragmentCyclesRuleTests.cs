using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesRuleTests
{
    private static readonly RuleHarness _harness = new(new NoFragmentCyclesRule());

    [Theory]
    [InlineData("one fragment twice", "fragment A on Dog { ...B ...B } fragment B on Dog { name }")]
    [InlineData(
        "two ways to one fragment",
        "fragment A on Dog { ...B ...C } fragment B on Dog { ...C } fragment C on Dog { name }")]
    [InlineData("an unknown fragment", "fragment A on Dog { ...Missing }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "a fragment within itself",
        "fragment A on Human { relatives { ...A } }",
        "1:35 Cannot spread fragment \"A\" within itself.")]
    [InlineData(
        "a fragment within itself without a field between",
        "fragment A on Dog { ...A }",
        "1:21 Cannot spread fragment \"A\" within itself.")]
    [InlineData(
        "a fragment within itself in an inline fragment",
        "fragment A on Pet { ... on Dog { ...A } }",
        "1:34 Cannot spread fragment \"A\" within itself.")]
    [InlineData(
        "two fragments",
        "fragment A on Dog { ...B }\nfragment B on Dog { ...A }",
        "1:21 2:21 Cannot spread fragment \"A\" within itself via \"B\".")]
    [InlineData(
        "a long cycle, entered from outside",
        "fragment X on Dog { ...A } fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...A }",
        "1:48 1:75 1:102 Cannot spread fragment \"A\" within itself via \"B\", \"C\".")]
    [InlineData(
        "two cycles through one fragment",
        "fragment A on Dog { ...B } fragment B on Dog { ...A ...C } fragment C on Dog { ...B ...A }",
        "1:21 1:48 Cannot spread fragment \"A\" within itself via \"B\".",
        "1:53 1:80 Cannot spread fragment \"B\" within itself via \"C\".",
        "1:21 1:53 1:85 Cannot spread fragment \"A\" within itself via \"B\", \"C\".")]
    [InlineData(
        "a cycle and itself",
        "fragment A on Dog { ...A ...B } fragment B on Dog { ...B ...A }",
        "1:21 Cannot spread fragment \"A\" within itself.",
        "1:53 Cannot spread fragment \"B\" within itself.",
        "1:26 1:58 Cannot spread fragment \"A\" within itself via \"B\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
