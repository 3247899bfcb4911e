using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsRuleTests
{
    private static readonly RuleHarness _harness = new(new SingleFieldSubscriptionsRule());

    [Theory]
    [InlineData("one root field", "subscription S { messages }")]
    [InlineData("one root field in a fragment", "subscription S { ...F } fragment F on Subscription { messages }")]
    [InlineData("one root field twice", "subscription S { messages ... on Subscription { messages } }")]
    [InlineData("several root fields of a query", "{ dog { name } cat { name } }")]
    [InlineData(
        "conditions below the root field",
        "subscription S($b: Boolean!) { joined { name @skip(if: $b) iq @include(if: $b) } }")]
    [InlineData("two fragments of which one is of another type", "subscription S { ... on Query { dog { name } } messages }")]
    [InlineData(
        "fragments that spread each other",
        "subscription S { ...A } fragment A on Subscription { messages ...B } fragment B on Subscription { messages ...A }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "two root fields",
        "subscription S { messages joined { name } }",
        "1:27 Subscription \"S\" must select only one top level field.")]
    [InlineData(
        "two root fields of an anonymous subscription",
        "subscription { messages joined { name } }",
        "1:25 Anonymous Subscription must select only one top level field.")]
    [InlineData(
        "one field under two names",
        "subscription S { messages other: messages }",
        "1:27 Subscription \"S\" must select only one top level field.")]
    [InlineData(
        "a second root field in a fragment, several times",
        "subscription S { messages ...F } fragment F on Subscription { joined { name } moved { name } joined { iq } }",
        "1:63 1:94 1:79 Subscription \"S\" must select only one top level field.")]
    [InlineData(
        "a second root field deep inside fragments",
        "subscription S { ... { ...A } } fragment A on Subscription { messages ...B } fragment B on Subscription { joined { name } ...A }",
        "1:107 Subscription \"S\" must select only one top level field.")]
    [InlineData(
        "introspection",
        "subscription S { __typename }",
        "1:18 Subscription \"S\" must not select an introspection top level field.")]
    [InlineData(
        "introspection under another name and beside a field",
        "subscription S { messages x: __typename }",
        "1:27 Subscription \"S\" must select only one top level field.",
        "1:27 Subscription \"S\" must not select an introspection top level field.")]
    [InlineData(
        "introspection of an anonymous subscription",
        "subscription { __typename }",
        "1:16 Anonymous Subscription must not select an introspection top level field.")]
    [InlineData(
        "a root field that may be skipped",
        "subscription S($b: Boolean!) { messages @skip(if: $b) }",
        "1:41 Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData(
        "an anonymous subscription whose root field may be left out",
        "subscription($b: Boolean!) { messages @include(if: $b) joined { name } }",
        "1:39 Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData(
        "a condition inside a fragment and on its spread",
        "subscription S($b: Boolean!) { ...F ... @include(if: $b) { messages } } fragment F on Subscription { messages @skip(if: $b) @include(if: $b) }",
        "1:111 1:41 Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData(
        "no root field of the subscription type",
        "subscription S { ... on Dog { name } }",
        "1:16 Subscription \"S\" must select one top level field.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
