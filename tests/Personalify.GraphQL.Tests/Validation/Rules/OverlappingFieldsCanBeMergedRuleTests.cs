using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedRuleTests
{
    private static readonly RuleHarness _harness = new(new OverlappingFieldsCanBeMergedRule());

    [Theory]
    [InlineData("different fields", "fragment F on Dog { name nickname }")]
    [InlineData("identical fields", "fragment F on Dog { name name }")]
    [InlineData(
        "identical fields with identical arguments in another order",
        "fragment F on Dog { isAt(x: 0, y: 1) isAt(y: 1, x: 0) }")]
    [InlineData(
        "identical input objects with fields in another order",
        "fragment F on Arguments { json(arg: { a: 1, b: { c: 2, d: [3] } }) json(arg: { b: { d: [3], c: 2 }, a: 1 }) }")]
    [InlineData(
        "identical fields with different directives",
        "fragment F on Dog { name @include(if: true) name @skip(if: false) }")]
    [InlineData(
        "different arguments under different names",
        "fragment F on Dog { sit: doesKnowCommand(command: \"sit\") down: doesKnowCommand(command: \"down\") }")]
    [InlineData(
        "different fields of objects that are never the same",
        "fragment F on Pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } }")]
    [InlineData(
        "different arguments on objects that are never the same",
        "fragment F on Pet { ... on Dog { name(surname: true) } ... on Cat { name } }")]
    [InlineData(
        "one shape in an inline fragment without a condition",
        "{ box { ... { unrelated } ... on BoxOne { unrelated } } }")]
    [InlineData(
        "the same fields in fragments that spread each other",
        "fragment A on Human { name relatives { name ...A } } fragment B on Human { name ...B relatives { ...A } }")]
    [InlineData("a fragment of the name of a field", "{ dog { ...name name } } fragment name on Dog { name }")]
    [InlineData(
        "unknown fields, types and fragments",
        "{ unknown { a: b } unknown { a: b } ... on Nothing { x } ...Missing ...Missing dog { ...Missing } }")]
    [InlineData(
        "the same shape of different types",
        "{ box { ... on BoxOne { deep { unrelated } } ... on BoxTwo { deep { unrelated } } } }")]
    [InlineData("introspection twice", "{ __typename __typename __schema { types { name } } __schema { types { kind } } }")]
    [InlineData("identical variables", "query A($x: Int) { arguments { int(arg: $x) int(arg: $x) } }")]
    [InlineData("a streamed list under two names", "fragment F on Human { a: pets @stream { name } b: pets @stream { name } }")]
    [InlineData("deferred fragments with the same field", "fragment F on Dog { name ... @defer { name } ... @defer { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "one name for different fields",
        "fragment F on Dog { fido: name fido: nickname }",
        "1:21 1:32 Fields \"fido\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "the name of another field",
        "fragment F on Dog { name: nickname name }",
        "1:21 1:36 Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "an argument more",
        "fragment F on Dog { doesKnowCommand doesKnowCommand(command: \"sit\") }",
        "1:21 1:37 Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "an argument less",
        "fragment F on Dog { doesKnowCommand(command: \"sit\") doesKnowCommand }",
        "1:21 1:53 Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "different values",
        "fragment F on Dog { doesKnowCommand(command: \"sit\") doesKnowCommand(command: \"down\") }",
        "1:21 1:53 Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "different names of arguments",
        "fragment F on Dog { isAt(x: 0) isAt(y: 0) }",
        "1:21 1:32 Fields \"isAt\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "different kinds of values",
        "{ arguments { json(arg: 1) json(arg: \"1\") a: json(arg: [1]) a: json(arg: [1, 2]) b: json(arg: { a: 1 }) b: json(arg: { a: 2 }) c: json(arg: A) c: json(arg: B) d: json(arg: 1.0) d: json(arg: 1.5) e: json(arg: true) e: json(arg: false) f: json(arg: null) f: json } }",
        "1:15 1:28 Fields \"json\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
        "1:43 1:61 Fields \"a\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
        "1:82 1:105 Fields \"b\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
        "1:128 1:144 Fields \"c\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
        "1:160 1:178 Fields \"d\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
        "1:196 1:215 Fields \"e\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
        "1:235 1:254 Fields \"f\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "different variables",
        "query A($x: Int, $y: Int) { arguments { int(arg: $x) int(arg: $y) } }",
        "1:41 1:54 Fields \"int\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "fields of an interface and of its implementor",
        "fragment F on Pet { name: owner { iq } ... on Dog { name } }",
        "1:21 1:53 Fields \"name\" conflict because \"owner\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a conflict in fragments",
        "{ dog { ...A ...B } } fragment A on Dog { x: name } fragment B on Dog { x: nickname }",
        "1:43 1:73 Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "each conflict once",
        "{ a: dog { ...A ...B } b: dog { ...B ...C } c: dog { ...A ...B ...C x: barks } } fragment A on Dog { x: name } fragment B on Dog { x: nickname } fragment C on Dog { x: color }",
        "1:102 1:132 Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.",
        "1:132 1:166 Fields \"x\" conflict because \"nickname\" and \"color\" are different fields. Use different aliases on the fields to fetch both if this was intentional.",
        "1:69 1:102 Fields \"x\" conflict because \"barks\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.",
        "1:102 1:166 Fields \"x\" conflict because \"name\" and \"color\" are different fields. Use different aliases on the fields to fetch both if this was intentional.",
        "1:69 1:132 Fields \"x\" conflict because \"barks\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.",
        "1:69 1:166 Fields \"x\" conflict because \"barks\" and \"color\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a conflict below a field",
        "{ dog { x: name } dog { x: nickname } }",
        "1:3 1:9 1:19 1:25 Fields \"dog\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "several conflicts below a field",
        "{ dog { x: name y: barks } dog { x: nickname y: color } }",
        "1:3 1:9 1:17 1:28 1:34 1:46 Fields \"dog\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields and subfields \"y\" conflict because \"barks\" and \"color\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a conflict far below, reported at the nearest common field",
        "{ human { relatives { x: name } relatives { x: iq } } human { relatives { y: name } } }",
        "1:11 1:23 1:33 1:45 Fields \"relatives\" conflict because subfields \"x\" conflict because \"name\" and \"iq\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a conflict far below, reported at the root",
        "{ human { relatives { x: name } } human { relatives { x: iq } } }",
        "1:3 1:11 1:23 1:35 1:43 1:55 Fields \"human\" conflict because subfields \"relatives\" conflict because subfields \"x\" conflict because \"name\" and \"iq\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a conflict in fragments of fragments",
        "{ dog { ...F } dog { ...I } } fragment F on Dog { x: name ...G } fragment G on Dog { y: barks } fragment I on Dog { y: color ...J } fragment J on Dog { x: nickname }",
        "1:3 1:51 1:86 1:16 1:153 1:117 Fields \"dog\" conflict because subfields \"x\" conflict because \"name\" and \"nickname\" are different fields and subfields \"y\" conflict because \"barks\" and \"color\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a conflict that starts in a fragment that spreads itself",
        "{ human { ...F name: iq } } fragment F on Human { name relatives { ...F } }",
        "1:16 1:51 Fields \"name\" conflict because \"iq\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a conflict inside an inline fragment",
        "{ human { ... { x: name } ... on Human { x: iq } } }",
        "1:17 1:42 Fields \"x\" conflict because \"name\" and \"iq\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "an Int and a String of objects that are never the same",
        "{ box { ... on BoxOne { scalar } ... on BoxTwo { scalar } } }",
        "1:25 1:50 Fields \"scalar\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a nullable and a non-null enum",
        "{ catOrDog { ... on Cat { color } ... on Dog { color } } }",
        "1:27 1:48 Fields \"color\" conflict because they return conflicting types \"Color!\" and \"Color\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a list and a list of lists",
        "{ box { ... on BoxOne { edges { same } } ... on BoxTwo { edges { same } } } }",
        "1:25 1:58 Fields \"edges\" conflict because they return conflicting types \"[BoxOne]\" and \"[[BoxTwo]]\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "an object and a scalar",
        "{ box { ... on BoxOne { x: deep { unrelated } } ... on BoxTwo { x: unrelated } } }",
        "1:25 1:65 Fields \"x\" conflict because they return conflicting types \"BoxOne\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "different shapes deep inside objects that are never the same",
        "{ box { ... on BoxOne { deep { x: scalar } } ... on BoxTwo { deep { x: scalar } } } }",
        "1:25 1:32 1:62 1:69 Fields \"deep\" conflict because subfields \"x\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "different fields deep inside objects that may be the same",
        "{ box { ... on SomeBox { deep { x: unrelated } } ... on BoxTwo { deep { x: same } } } }",
        "1:26 1:33 1:66 1:73 Fields \"deep\" conflict because subfields \"x\" conflict because \"unrelated\" and \"same\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a subfield that only one of two objects aliases",
        "{ box { ... on BoxOne { deep { same } } ... on BoxTwo { deep { same: scalar unrelated } } ... on SomeBox { deep { unrelated: __typename } } } }",
        "1:57 1:77 1:108 1:115 Fields \"deep\" conflict because subfields \"unrelated\" conflict because \"unrelated\" and \"__typename\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "a list that is streamed and one that is not",
        "fragment F on Human { pets { name } pets @stream { name } }",
        "1:23 1:37 Fields \"pets\" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "lists that are streamed differently",
        "fragment F on Human { pets @stream(initialCount: 1) { name } pets @stream(initialCount: 2) { name } }",
        "1:23 1:62 Fields \"pets\" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData(
        "lists that are streamed alike",
        "fragment F on Human { pets @stream(initialCount: 1) { name } pets @stream(initialCount: 1) { name } }",
        "1:23 1:62 Fields \"pets\" conflict because they have overlapping stream directives. See https://github.com/graphql/defer-stream-wg/discussions/100. Use different aliases on the fields to fetch both if this was intentional.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
