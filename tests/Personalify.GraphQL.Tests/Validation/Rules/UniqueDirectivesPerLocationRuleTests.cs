using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationRuleTests
{
    private static readonly RuleHarness _harness = new(new UniqueDirectivesPerLocationRule());

    [Theory]
    [InlineData("different directives at one place", "fragment F on Dog @onFragment { name @include(if: true) @onField }")]
    [InlineData(
        "one directive at different places",
        "query A($a: Int @onVariable, $b: Int @onVariable) { dog { name @onField nickname @onField } }")]
    [InlineData("a repeatable directive twice", "{ dog { name @many @many } }")]
    [InlineData("an unknown directive twice", "{ dog { name @unknown @unknown } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "one directive twice",
        "{ dog { name @onField @onField } }",
        "1:14 1:23 The directive \"@onField\" can only be used once at this location.")]
    [InlineData(
        "one directive three times",
        "{ dog { name @onField @onField @onField } }",
        "1:14 1:23 The directive \"@onField\" can only be used once at this location.",
        "1:14 1:32 The directive \"@onField\" can only be used once at this location.")]
    [InlineData(
        "two directives twice each",
        "{ dog { name @onField @skip(if: true) @onField @skip(if: false) } }",
        "1:14 1:39 The directive \"@onField\" can only be used once at this location.",
        "1:23 1:48 The directive \"@skip\" can only be used once at this location.")]
    [InlineData(
        "one directive twice on each kind of element",
        "query A($x: Int @onVariable @onVariable) @onQuery @onQuery { dog { ...F @onSpread @onSpread ... @onInline @onInline { name } } } fragment F on Dog @onFragment @onFragment { name }",
        "1:42 1:51 The directive \"@onQuery\" can only be used once at this location.",
        "1:17 1:29 The directive \"@onVariable\" can only be used once at this location.",
        "1:73 1:83 The directive \"@onSpread\" can only be used once at this location.",
        "1:97 1:107 The directive \"@onInline\" can only be used once at this location.",
        "1:148 1:160 The directive \"@onFragment\" can only be used once at this location.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
