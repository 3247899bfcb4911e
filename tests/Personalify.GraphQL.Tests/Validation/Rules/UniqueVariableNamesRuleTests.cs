using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new UniqueVariableNamesRule());

    [Theory]
    [InlineData(
        "different names, and one name in two operations",
        "query A($x: Int, $y: String) { dog { name } } query B($x: String) { dog { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "one name three times",
        "query A($x: Int, $x: Int, $y: Int, $x: String) { dog { name } }",
        "1:10 1:19 1:37 There can be only one variable named \"$x\".")]
    [InlineData(
        "one name twice in each operation",
        "query A($x: Int, $x: Int) { dog { name } } query B($x: Int, $x: Int) { dog { name } }",
        "1:10 1:19 There can be only one variable named \"$x\".",
        "1:53 1:62 There can be only one variable named \"$x\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
