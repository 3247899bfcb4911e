using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new KnownArgumentNamesRule());

    [Theory]
    [InlineData(
        "known arguments in any order",
        "fragment F on Arguments { multiple(req2: 1, req1: 2) } fragment G on Dog { isHousetrained(atOtherHomes: true) }")]
    [InlineData("arguments of an unknown field", "{ dog { unknown(x: 1) } }")]
    [InlineData("arguments of directives, which are not its business", "{ dog { name @onField(unknown: 1) } }")]
    [InlineData("the argument of __type", "{ __type(name: \"Dog\") { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an unknown argument",
        "{ dog { doesKnowCommand(unknown: true) } }",
        "1:25 Unknown argument \"unknown\" on field \"Dog.doesKnowCommand\".")]
    [InlineData(
        "a mistyped argument",
        "{ dog { doesKnowCommand(comand: \"sit\") } }",
        "1:25 Unknown argument \"comand\" on field \"Dog.doesKnowCommand\". Did you mean \"command\"?")]
    [InlineData(
        "unknown arguments among known ones",
        "{ dog { doesKnowCommand(whoKnows: 1, command: \"sit\", unknown: true) } }",
        "1:25 Unknown argument \"whoKnows\" on field \"Dog.doesKnowCommand\".",
        "1:54 Unknown argument \"unknown\" on field \"Dog.doesKnowCommand\".")]
    [InlineData(
        "an argument of a field on an interface",
        "{ pet { name(surname: true, first: true) } }",
        "1:29 Unknown argument \"first\" on field \"Pet.name\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
