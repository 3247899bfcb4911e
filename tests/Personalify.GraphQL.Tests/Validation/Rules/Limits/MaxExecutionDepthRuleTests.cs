using Personalify.GraphQL.Validation.Rules.Limits;

namespace Personalify.GraphQL.Tests.Validation.Rules.Limits;

public sealed class MaxExecutionDepthRuleTests
{
    private static readonly RuleHarness _harness = new(new MaxExecutionDepthRule(3));

    [Theory]
    [InlineData("three levels", "{ human { relatives { name } } }")]
    [InlineData("inline fragments, which are no level", "{ human { ... { ... on Human { relatives { ... { name } } } } } }")]
    [InlineData("a fragment at a shallow place", "{ human { ...F } } fragment F on Human { relatives { name } }")]
    [InlineData("a fragment that spreads itself", "{ human { ...F } } fragment F on Human { name ...F }")]
    [InlineData("introspection, which has a limit of its own", "{ __schema { types { fields { name } } } }")]
    [InlineData("an unknown fragment", "{ human { ...Missing } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("four levels", "{ human { relatives { relatives { name } } } }", 4)]
    [InlineData("a fragment at a deep place", "{ human { relatives { ...F } } } fragment F on Human { relatives { name } }", 4)]
    [InlineData("fragments of fragments", "{ human { ...A } } fragment A on Human { relatives { ...B } } fragment B on Human { relatives { name relatives { iq } } }", 5)]
    public void Refuses(string what, string document, int depth) => _harness.AssertRefuses(
        what,
        document,
        $"1:1 The operation has an execution depth of {depth}, which exceeds the maximum of 3. Split it into flatter requests.");
}
