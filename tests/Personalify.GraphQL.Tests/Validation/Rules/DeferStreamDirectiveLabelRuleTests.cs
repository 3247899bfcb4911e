using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveLabelRuleTests
{
    private static readonly RuleHarness _harness = new(new DeferStreamDirectiveLabelRule());

    [Theory]
    [InlineData("no label", "{ dog { ...F @defer } } fragment F on Dog { name }")]
    [InlineData("null as a label", "{ dog { ...F @defer(label: null) } } fragment F on Dog { name }")]
    [InlineData("different labels", "{ dog { ...F @defer(label: \"a\") ...F @defer(label: \"b\") ... @defer(label: \"c\") { name } } human { pets @stream(label: \"d\") { name } } } fragment F on Dog { name }")]
    [InlineData("the same label of another directive", "{ dog { name @onField(label: \"a\") ... @defer(label: \"a\") { name } } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("a variable", "query($l: String) { dog { ...F @defer(label: $l) } } fragment F on Dog { name }", "1:32 Argument \"@defer(label:)\" must be a static string.")]
    [InlineData("a variable for a list", "query($l: String) { human { pets @stream(label: $l) { name } } }", "1:34 Argument \"@stream(label:)\" must be a static string.")]
    [InlineData("one label twice", "{ dog { ...F @defer(label: \"a\") ...F @defer(label: \"a\") } } fragment F on Dog { name }", "1:14 1:38 Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.")]
    [InlineData("one label for both directives", "{ dog { ... @defer(label: \"a\") { name } } human { pets @stream(label: \"a\") { name } } }", "1:13 1:56 Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.")]
    [InlineData("one label in two operations", "query A { dog { ... @defer(label: \"a\") { name } } } query B { dog { ... @defer(label: \"a\") { name } } }", "1:21 1:73 Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
