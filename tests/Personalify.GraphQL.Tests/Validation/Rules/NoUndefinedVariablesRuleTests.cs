using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesRuleTests
{
    private static readonly RuleHarness _harness = new(new NoUndefinedVariablesRule());

    [Theory]
    [InlineData(
        "variables used in fields, fragments, directives, lists and objects",
        "query A($a: Int, $b: Boolean!, $c: String, $d: Boolean!) { arguments { int(arg: $a) ...F complex(arg: { required: $d, strings: [$c] }) } } fragment F on Arguments { text(arg: \"x\") @skip(if: $b) }")]
    [InlineData(
        "a fragment used by operations that define its variable",
        "query A($a: Int) { arguments { ...F } } query B($a: Int) { arguments { ...F } } fragment F on Arguments { int(arg: $a) }")]
    [InlineData(
        "fragments that use each other",
        "query A($a: Int) { arguments { ...F } } fragment F on Arguments { int(arg: $a) ...F }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an undefined variable",
        "query A($a: Int) { arguments { int(arg: $a) float(arg: $b) } }",
        "1:56 1:1 Variable \"$b\" is not defined by operation \"A\".")]
    [InlineData(
        "an undefined variable of an anonymous operation",
        "{ arguments { int(arg: $a) } }",
        "1:24 1:1 Variable \"$a\" is not defined.")]
    [InlineData(
        "undefined variables of several fields",
        "query A { arguments { int(arg: $a) text(arg: $b) } }",
        "1:32 1:1 Variable \"$a\" is not defined by operation \"A\".",
        "1:46 1:1 Variable \"$b\" is not defined by operation \"A\".")]
    [InlineData(
        "an undefined variable of a fragment",
        "query A { arguments { ...F } } fragment F on Arguments { int(arg: $a) }",
        "1:67 1:1 Variable \"$a\" is not defined by operation \"A\".")]
    [InlineData(
        "an undefined variable of a fragment that two operations use",
        "query A($a: Int) { arguments { ...F } }\nquery B($b: Int) { arguments { ...F } }\nfragment F on Arguments { int(arg: $a) float(arg: $b) }",
        "3:51 1:1 Variable \"$b\" is not defined by operation \"A\".",
        "3:36 2:1 Variable \"$a\" is not defined by operation \"B\".")]
    [InlineData(
        "an undefined variable of a directive of the operation",
        "query A @needs(what: $x) { dog { name } }",
        "1:22 1:1 Variable \"$x\" is not defined by operation \"A\".")]
    [InlineData(
        "an undefined variable of an inline fragment",
        "{ dog { ... @include(if: $x) { name } } }",
        "1:26 1:1 Variable \"$x\" is not defined.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
