using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeRuleTests
{
    private static readonly RuleHarness _harness = new(new ValuesOfCorrectTypeRule());

    [Theory]
    [InlineData(
        "values of every scalar",
        "{ arguments { int(arg: 1) a: int(arg: -1) float(arg: 1.5) b: float(arg: 1) c: float(arg: 1e3) text(arg: \"x\") boolean(arg: true) id(arg: 1) d: id(arg: \"x\") color(arg: RED) } }")]
    [InlineData(
        "null where it may stand",
        "{ arguments { int(arg: null) strings(arg: null) complex(arg: null) a: strings(arg: [null]) } }")]
    [InlineData(
        "lists, and a single value for a list",
        "{ arguments { strings(arg: []) a: strings(arg: [\"x\", null]) b: strings(arg: \"x\") requiredStrings(arg: \"x\") } }")]
    [InlineData(
        "input objects with what they require",
        "{ arguments { complex(arg: { required: true }) a: complex(arg: { int: 1, required: false, nested: { required: true }, strings: [\"x\"] }) } }")]
    [InlineData(
        "anything for a custom scalar",
        "query A($x: Int) { arguments { json(arg: { a: [1, \"x\", { b: ENUM }], c: $x }) a: json(arg: 1.5) } }")]
    [InlineData(
        "variables, which are another rule's business",
        "query A($x: String) { arguments { int(arg: $x) complex(arg: { required: $x }) } }")]
    [InlineData(
        "one field of a OneOf input object",
        "query A($x: ID!) { arguments { choice(arg: { byId: \"x\" }) a: choice(arg: { byId: $x }) choices(arg: [{ byId: 1 }, { byName: \"x\" }]) } }")]
    [InlineData("values of unknown arguments and fields", "{ arguments { int(nothing: \"x\") unknown(arg: \"x\") } }")]
    [InlineData(
        "default values of variables",
        "query A($a: Int = 1, $b: String = \"x\", $c: Complex = { required: true }, $d: [Color!] = RED) { dog { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "other literals for an Int",
        "{ arguments { a: int(arg: \"3\") b: int(arg: 3.0) c: int(arg: true) d: int(arg: BAR) e: int(arg: 829384293849283498239482938) f: int(arg: [1]) g: int(arg: {}) } }",
        "1:27 Int cannot represent non-integer value: \"3\"",
        "1:44 Int cannot represent non-integer value: 3.0",
        "1:61 Int cannot represent non-integer value: true",
        "1:79 Int cannot represent non-integer value: BAR",
        "1:96 Int cannot represent 829384293849283498239482938: it must be -2147483648 to 2147483647.",
        "1:137 Int cannot represent non-integer value: [1]",
        "1:154 Int cannot represent non-integer value: {  }")]
    [InlineData(
        "other literals for a Float",
        "{ arguments { a: float(arg: \"3.3\") b: float(arg: true) c: float(arg: BAR) } }",
        "1:29 Float cannot represent non-numeric value: \"3.3\"",
        "1:50 Float cannot represent non-numeric value: true",
        "1:70 Float cannot represent non-numeric value: BAR")]
    [InlineData(
        "other literals for a String",
        "{ arguments { a: text(arg: 1) b: text(arg: 1.5) c: text(arg: true) d: text(arg: BAR) } }",
        "1:28 String cannot represent a non string value: 1",
        "1:44 String cannot represent a non string value: 1.5",
        "1:62 String cannot represent a non string value: true",
        "1:81 String cannot represent a non string value: BAR")]
    [InlineData(
        "other literals for a Boolean",
        "{ arguments { a: boolean(arg: 2) b: boolean(arg: 1.0) c: boolean(arg: \"true\") d: boolean(arg: TRUE) } }",
        "1:31 Boolean cannot represent a non boolean value: 2",
        "1:50 Boolean cannot represent a non boolean value: 1.0",
        "1:71 Boolean cannot represent a non boolean value: \"true\"",
        "1:95 Boolean cannot represent a non boolean value: TRUE")]
    [InlineData(
        "other literals for an ID",
        "{ arguments { a: id(arg: 1.0) b: id(arg: true) c: id(arg: BAR) } }",
        "1:26 ID cannot represent value: 1.0",
        "1:42 ID cannot represent value: true",
        "1:59 ID cannot represent value: BAR")]
    [InlineData(
        "other literals for an enum",
        "{ arguments { a: color(arg: 2) b: color(arg: \"RED\") c: color(arg: true) d: color(arg: JUGGLE) e: color(arg: red) } }",
        "1:29 Enum \"Color\" cannot represent non-enum value: 2.",
        "1:46 Enum \"Color\" cannot represent non-enum value: \"RED\". Did you mean the enum value \"RED\" or \"GREEN\"?",
        "1:67 Enum \"Color\" cannot represent non-enum value: true. Did you mean the enum value \"BLUE\"?",
        "1:87 Value \"JUGGLE\" does not exist in \"Color\" enum.",
        "1:109 Value \"red\" does not exist in \"Color\" enum. Did you mean the enum value \"RED\"?")]
    [InlineData(
        "items of a list",
        "{ arguments { strings(arg: [\"x\", 1, [2]]) } }",
        "1:34 String cannot represent a non string value: 1",
        "1:37 String cannot represent a non string value: [2]")]
    [InlineData(
        "a single value for a list",
        "{ arguments { strings(arg: 1) } }",
        "1:28 String cannot represent a non string value: 1")]
    [InlineData(
        "null for a non-null type",
        "{ arguments { requiredInt(arg: null) requiredStrings(arg: null) a: requiredStrings(arg: [\"x\", null]) complex(arg: { required: null }) } }",
        "1:32 Expected value of non-null type \"Int!\" not to be null.",
        "1:59 Expected value of non-null type \"[String!]!\" not to be null.",
        "1:95 Expected value of non-null type \"String!\" not to be null.",
        "1:127 Expected value of non-null type \"Boolean!\" not to be null.")]
    [InlineData(
        "an input object without a required field",
        "{ arguments { complex(arg: { int: 4 }) } }",
        "1:28 Expected value of type \"Complex\" to include required field \"required\", found: { int: 4 }.")]
    [InlineData(
        "an input object with an unknown or mistyped field",
        "{ arguments { complex(arg: { required: true, unknownField: \"x\" }) a: complex(arg: { requird: true, required: true }) } }",
        "1:46 Expected value of type \"Complex\" not to include unknown field \"unknownField\", found: { required: true, unknownField: \"x\" }.",
        "1:85 Expected value of type \"Complex\" not to include unknown field \"requird\". Did you mean \"required\"? Found: { requird: true, required: true }.")]
    [InlineData(
        "an input object with wrong values inside",
        "{ arguments { complex(arg: { required: \"no\", strings: [\"one\", 2], nested: { required: 1 } }) } }",
        "1:40 Boolean cannot represent a non boolean value: \"no\"",
        "1:63 String cannot represent a non string value: 2",
        "1:87 Boolean cannot represent a non boolean value: 1")]
    [InlineData(
        "something else for an input object",
        "{ arguments { a: complex(arg: 1) b: complex(arg: [1]) c: complex(arg: \"x\") } }",
        "1:31 Expected value of type \"Complex\" to be an object, found: 1.",
        "1:50 Expected value of type \"Complex\" to be an object, found: [1].",
        "1:71 Expected value of type \"Complex\" to be an object, found: \"x\".")]
    [InlineData(
        "arguments of directives",
        "{ dog @include(if: \"yes\") { name @skip(if: ENUM) } }",
        "1:20 Boolean cannot represent a non boolean value: \"yes\"",
        "1:44 Boolean cannot represent a non boolean value: ENUM")]
    [InlineData(
        "default values of variables",
        "query A($a: Int = \"one\", $b: String = 4, $c: Complex = \"notVeryComplex\", $d: Complex = { int: 1 }, $e: [String] = [\"x\", 2], $f: Int! = null) { dog { name } }",
        "1:19 Int cannot represent non-integer value: \"one\"",
        "1:39 String cannot represent a non string value: 4",
        "1:56 Expected value of type \"Complex\" to be an object, found: \"notVeryComplex\".",
        "1:88 Expected value of type \"Complex\" to include required field \"required\", found: { int: 1 }.",
        "1:121 String cannot represent a non string value: 2",
        "1:136 Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData(
        "not exactly one field of a OneOf input object",
        "{ arguments { a: choice(arg: {}) b: choice(arg: { byId: 1, byName: \"x\" }) c: choice(arg: { byId: null }) d: choice(arg: { byId: \"x\", byName: null }) e: choice(arg: { unknown: 1 }) } }",
        "1:30 Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null.",
        "1:49 Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null.",
        "1:90 Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null.",
        "1:121 Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null.",
        "1:167 Expected value of type \"Choice\" not to include unknown field \"unknown\", found: { unknown: 1 }.",
        "1:165 Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
