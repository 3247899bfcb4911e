using Personalify.GraphQL.Validation.Rules.Limits;

namespace Personalify.GraphQL.Tests.Validation.Rules.Limits;

public sealed class MaxAllowedFieldCycleDepthRuleTests
{
    private static readonly RuleHarness _harness = new(new MaxAllowedFieldCycleDepthRule(2));

    [Theory]
    [InlineData("a field twice on one way", "{ human { relatives { relatives { name } } } }")]
    [InlineData("a field often side by side", "{ human { a: relatives { name } b: relatives { name } c: relatives { name } } }")]
    [InlineData("a fragment at two places", "{ human { ...F relatives { ...F } } } fragment F on Human { relatives { name } }")]
    [InlineData("a fragment that spreads itself", "{ human { ...F } } fragment F on Human { relatives { ...F } }")]
    [InlineData("introspection, which has a limit of its own", "{ __schema { types { ofType { ofType { ofType { name } } } } } }")]
    [InlineData("what the schema does not know", "{ human { nope { nope { nope { name } } } ...Missing ... on Nobody { name } } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("a field three times on one way", "{ human { relatives { relatives { relatives { name } } } } }", "1:35")]
    [InlineData("through inline fragments", "{ human { ... on Human { relatives { ... { relatives { ... on Human { relatives { name } } } } } } } }", "1:71")]
    [InlineData("through fragments", "{ human { ...F } } fragment F on Human { relatives { ...G } } fragment G on Human { relatives { relatives { name } } }", "1:97")]
    [InlineData("once for many ways", "{ human { relatives { relatives { a: relatives { name } b: relatives { name } } } } }", "1:35")]
    public void Refuses(string what, string document, string place) => _harness.AssertRefuses(
        what,
        document,
        $"{place} The field Human.relatives stands more than 2 times on one way through the operation. Split it into flatter requests.");
}
