using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationRuleTests
{
    private static readonly RuleHarness _harness = new(new LoneAnonymousOperationRule());

    [Theory]
    [InlineData("no operation", "fragment F on Dog { name }")]
    [InlineData("one anonymous operation with a fragment", "{ dog { ...F } } fragment F on Dog { name }")]
    [InlineData("several named operations", "query A { dog { name } } query B { dog { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "two anonymous operations",
        "{ dog { name } }\n{ cat { name } }",
        "1:1 This anonymous operation must be the only defined operation.",
        "2:1 This anonymous operation must be the only defined operation.")]
    [InlineData(
        "an anonymous query beside a mutation",
        "{ dog { name } }\nmutation M { rename(id: 1, to: \"x\") { name } }",
        "1:1 This anonymous operation must be the only defined operation.")]
    [InlineData(
        "an anonymous query beside a subscription",
        "query A { dog { name } }\nsubscription { messages }",
        "2:1 This anonymous operation must be the only defined operation.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
