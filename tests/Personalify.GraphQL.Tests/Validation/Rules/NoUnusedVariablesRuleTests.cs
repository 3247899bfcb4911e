using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesRuleTests
{
    private static readonly RuleHarness _harness = new(new NoUnusedVariablesRule());

    [Theory]
    [InlineData(
        "variables used directly and in fragments of fragments",
        "query A($a: Int, $b: Int) { arguments { int(arg: $a) ...F } } fragment F on Arguments { ...G } fragment G on Arguments { requiredInt(arg: $b) }")]
    [InlineData("a variable used in a directive", "query A($a: String!) @needs(what: $a) { dog { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an unused variable",
        "query A($a: Int, $b: Int) { arguments { int(arg: $a) } }",
        "1:18 Variable \"$b\" is never used in operation \"A\".")]
    [InlineData(
        "an unused variable of an anonymous operation",
        "query($a: Int) { dog { name } }",
        "1:7 Variable \"$a\" is never used.")]
    [InlineData(
        "a variable that only an unused fragment uses",
        "query A($a: Int) { arguments { ...F } } fragment F on Arguments { text } fragment G on Arguments { int(arg: $a) }",
        "1:9 Variable \"$a\" is never used in operation \"A\".")]
    [InlineData(
        "a variable that only another operation uses",
        "query A($a: Int) { arguments { ...F } }\nquery B($a: Int) { arguments { text } }\nfragment F on Arguments { int(arg: $a) }",
        "2:9 Variable \"$a\" is never used in operation \"B\".")]
    [InlineData(
        "a variable that only a default value names",
        "query A($a: Int = 1, $b: [Int] = [1]) { dog { name } }",
        "1:9 Variable \"$a\" is never used in operation \"A\".",
        "1:22 Variable \"$b\" is never used in operation \"A\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
