using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new UniqueOperationNamesRule());

    [Theory]
    [InlineData("no operation", "fragment F on Dog { name }")]
    [InlineData("one anonymous operation", "{ dog { name } }")]
    [InlineData(
        "operations of different names",
        "query A { dog { name } } mutation B { rename(id: 1, to: \"x\") { name } } subscription C { messages }")]
    [InlineData("an operation and a fragment of one name", "query A { dog { ...A } } fragment A on Dog { name }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "two queries of one name",
        "query A { dog { name } } query A { cat { name } }",
        "1:7 1:32 There can be only one operation named \"A\".")]
    [InlineData(
        "operations of different kinds and one name",
        "query A { dog { name } }\nmutation A { rename(id: 1, to: \"x\") { name } }\nsubscription A { messages }",
        "1:7 2:10 There can be only one operation named \"A\".",
        "1:7 3:14 There can be only one operation named \"A\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
