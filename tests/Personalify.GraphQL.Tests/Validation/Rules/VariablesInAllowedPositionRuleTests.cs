using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionRuleTests
{
    private static readonly RuleHarness _harness = new(new VariablesInAllowedPositionRule());

    [Theory]
    [InlineData(
        "the same type",
        "query A($a: Boolean, $b: [String], $c: Complex, $d: Boolean!) { arguments { boolean(arg: $a) strings(arg: $b) complex(arg: $c) a: boolean(arg: $d) } }")]
    [InlineData(
        "a non-null variable where null may stand",
        "query A($a: Int!, $b: [String!]!, $c: String!) { arguments { int(arg: $a) strings(arg: $b) a: strings(arg: [$c]) } }")]
    [InlineData("a single item in a list literal", "query A($a: String) { arguments { strings(arg: [\"x\", $a]) } }")]
    [InlineData(
        "fields of input objects",
        "query A($a: Boolean!, $b: [String]) { arguments { complex(arg: { required: $a, strings: $b }) } }")]
    [InlineData(
        "arguments of directives, through fragments",
        "query A($a: Boolean!, $b: Int) { arguments { ...F } } fragment F on Arguments { ...G } fragment G on Arguments { int(arg: $b) @include(if: $a) }")]
    [InlineData(
        "a nullable variable with a default value where null may not stand",
        "query A($a: Int = 1) { arguments { requiredInt(arg: $a) } }")]
    [InlineData(
        "a nullable variable where the argument or input field has a default value",
        "query A($a: Int, $b: Boolean) { arguments { withDefault(arg: $a) complex(arg: { required: true, withDefault: $b }) } }")]
    [InlineData(
        "a non-null variable for a OneOf field",
        "query A($a: ID!) { arguments { choice(arg: { byId: $a }) requiredChoice(arg: { byId: $a }) choices(arg: [{ byId: $a }]) } }")]
    [InlineData(
        "unknown places and unknown types",
        "query A($a: Nothing, $b: Int) { arguments { int(arg: $a) unknown(arg: $b) text(nothing: $b) } }")]
    [InlineData("a place inside a custom scalar", "query A($a: Int) { arguments { json(arg: { a: [$a] }) } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "another type",
        "query A($a: String) { arguments { int(arg: $a) } }",
        "1:9 1:44 Variable \"$a\" of type \"String\" used in position expecting type \"Int\".")]
    [InlineData(
        "a nullable variable where null may not stand",
        "query A($a: Int) { arguments { requiredInt(arg: $a) } }",
        "1:9 1:49 Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData(
        "the same in fragments of fragments",
        "query A($a: Int) { arguments { ...F } } fragment F on Arguments { ...G } fragment G on Arguments { requiredInt(arg: $a) }",
        "1:9 1:117 Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData(
        "null as the default value",
        "query A($a: Int = null) { arguments { requiredInt(arg: $a) } }",
        "1:9 1:56 Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData(
        "a list for an item and an item for a list",
        "query A($a: [String], $b: String, $c: [String!]) { arguments { text(arg: $a) strings(arg: $b) requiredStrings(arg: $c) } }",
        "1:9 1:74 Variable \"$a\" of type \"[String]\" used in position expecting type \"String\".",
        "1:23 1:91 Variable \"$b\" of type \"String\" used in position expecting type \"[String]\".",
        "1:35 1:116 Variable \"$c\" of type \"[String!]\" used in position expecting type \"[String!]!\".")]
    [InlineData(
        "items that may be null where they may not",
        "query A($a: [String]!) { arguments { requiredStrings(arg: $a) } }",
        "1:9 1:59 Variable \"$a\" of type \"[String]!\" used in position expecting type \"[String!]!\".")]
    [InlineData(
        "a place inside a list or an input object",
        "query A($a: Int, $b: Boolean) { arguments { strings(arg: [$a]) complex(arg: { required: $b }) } }",
        "1:9 1:59 Variable \"$a\" of type \"Int\" used in position expecting type \"String\".",
        "1:18 1:89 Variable \"$b\" of type \"Boolean\" used in position expecting type \"Boolean!\".")]
    [InlineData(
        "the argument of a directive",
        "query A($a: Boolean, $b: String) { dog @include(if: $a) { name @skip(if: $b) } }",
        "1:9 1:53 Variable \"$a\" of type \"Boolean\" used in position expecting type \"Boolean!\".",
        "1:22 1:74 Variable \"$b\" of type \"String\" used in position expecting type \"Boolean!\".")]
    [InlineData(
        "a nullable variable for a OneOf field",
        "query A($a: ID, $b: ID = 1) { arguments { a: choice(arg: { byId: $a }) b: choice(arg: { byId: $b }) } }",
        "1:9 1:66 Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Choice\".",
        "1:17 1:95 Variable \"$b\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Choice\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);

    [Theory]
    [InlineData("a required OneOf argument", "query A($a: ID) { arguments { requiredChoice(arg: { byId: $a }) } }", 59)]
    [InlineData("a OneOf item of a list", "query A($a: ID) { arguments { choices(arg: [{ byId: $a }]) } }", 53)]
    public void Refuses_a_nullable_variable_in_a_OneOf_input_object_that_is_itself_non_null(string what, string document, int column) =>
        _harness.AssertRefuses(
            what,
            document,
            $"1:9 1:{column} Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Choice\".");
}
