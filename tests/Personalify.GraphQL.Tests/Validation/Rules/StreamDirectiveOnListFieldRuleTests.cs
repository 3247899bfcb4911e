using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class StreamDirectiveOnListFieldRuleTests
{
    private static readonly RuleHarness _harness = new(new StreamDirectiveOnListFieldRule());

    [Theory]
    [InlineData("a list", "{ human { pets @stream(initialCount: 0) { name } } }")]
    [InlineData("a list that is not null", "{ human { relatives @stream(initialCount: 0) { name } } }")]
    [InlineData("another directive", "{ dog { name @onField } }")]
    [InlineData("a field that there is not", "{ dog { nothing @stream } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("an object", "{ dog { owner @stream(initialCount: 0) { name } } }", "1:15 Directive \"@stream\" cannot be used on non-list field \"Dog.owner\".")]
    [InlineData("a leaf", "{ dog { name @stream } }", "1:14 Directive \"@stream\" cannot be used on non-list field \"Dog.name\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
