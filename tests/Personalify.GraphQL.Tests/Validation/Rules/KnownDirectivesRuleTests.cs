using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesRuleTests
{
    private static readonly RuleHarness _harness = new(new KnownDirectivesRule());

    [Theory]
    [InlineData("specified directives", "{ dog @include(if: true) { name } human @skip(if: false) { name } }")]
    [InlineData(
        "directives at their places",
        "query A($x: Boolean @onVariable) @onQuery { dog { name @onField ...F @onSpread ... @onInline { name } } } mutation B @onMutation { rename(id: 1, to: \"x\") { name } } subscription C @onSubscription { messages } fragment F on Dog @onFragment { name }")]
    [InlineData("a directive that the document defines", "{ dog @mine { name } } directive @mine on FIELD")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("an unknown directive", "{ dog @unknown(directive: \"value\") { name } }", "1:7 Unknown directive \"@unknown\".")]
    [InlineData(
        "unknown directives on everything",
        "query A($x: Boolean @u1) @u2 { dog { name @u3 ...F @u4 ... @u5 { name } } } fragment F on Dog @u6 { name }",
        "1:21 Unknown directive \"@u1\".",
        "1:26 Unknown directive \"@u2\".",
        "1:43 Unknown directive \"@u3\".",
        "1:52 Unknown directive \"@u4\".",
        "1:60 Unknown directive \"@u5\".",
        "1:95 Unknown directive \"@u6\".")]
    [InlineData(
        "directives at wrong places",
        "query A($x: Boolean @onField) @include(if: true) { dog @onQuery { name ...F @onField ... @onSpread { name } } } fragment F on Dog @onQuery { name } mutation M @onQuery { rename(id: 1, to: \"x\") { name } } subscription S @onMutation { messages }",
        "1:21 Directive \"@onField\" may not be used on VARIABLE_DEFINITION.",
        "1:31 Directive \"@include\" may not be used on QUERY.",
        "1:56 Directive \"@onQuery\" may not be used on FIELD.",
        "1:77 Directive \"@onField\" may not be used on FRAGMENT_SPREAD.",
        "1:90 Directive \"@onSpread\" may not be used on INLINE_FRAGMENT.",
        "1:131 Directive \"@onQuery\" may not be used on FRAGMENT_DEFINITION.",
        "1:160 Directive \"@onQuery\" may not be used on MUTATION.",
        "1:220 Directive \"@onMutation\" may not be used on SUBSCRIPTION.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
