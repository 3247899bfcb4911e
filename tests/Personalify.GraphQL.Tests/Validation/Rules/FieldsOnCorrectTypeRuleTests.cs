using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeRuleTests
{
    private static readonly RuleHarness _harness = new(new FieldsOnCorrectTypeRule());

    [Theory]
    [InlineData("fields of objects, also under other names", "{ dog { __typename tn: __typename name otherName: name } }")]
    [InlineData("fields of interfaces", "{ pet { __typename name } }")]
    [InlineData("the type name of a union", "{ catOrDog { __typename } }")]
    [InlineData(
        "the fields of introspection on the query root",
        "{ __schema { types { name } } __type(name: \"Dog\") { name } }")]
    [InlineData("fields of an unknown type", "fragment F on Nothing { whatever { deeper } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "a field that the type does not have",
        "{ dog { meowVolume } }",
        "1:9 Cannot query field \"meowVolume\" on type \"Dog\". Did you mean \"barkVolume\"?")]
    [InlineData(
        "a field below an unknown one once only",
        "{ dog { unknown { deeper } } }",
        "1:9 Cannot query field \"unknown\" on type \"Dog\".")]
    [InlineData(
        "unknown fields inside a known one and inside an inline fragment",
        "{ pet { unknown ... on Dog { unknown2 } } }",
        "1:9 Cannot query field \"unknown\" on type \"Pet\".",
        "1:30 Cannot query field \"unknown2\" on type \"Dog\".")]
    [InlineData(
        "an unknown field behind a known name",
        "{ dog { name: meowVolume } }",
        "1:9 Cannot query field \"meowVolume\" on type \"Dog\". Did you mean \"barkVolume\"?")]
    [InlineData(
        "a field that only implementors have",
        "{ pet { nickname } }",
        "1:9 Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"?")]
    [InlineData(
        "a field of a union",
        "{ catOrDog { name } }",
        "1:14 Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Being\", \"Pet\", \"Canine\", \"Cat\", or \"Dog\"?")]
    [InlineData(
        "introspection elsewhere",
        "{ dog { __schema { types { name } } } }",
        "1:9 Cannot query field \"__schema\" on type \"Dog\".")]
    [InlineData(
        "introspection on the mutation root",
        "mutation { __type(name: \"Dog\") { name } }",
        "1:12 Cannot query field \"__type\" on type \"Mutation\".")]
    [InlineData(
        "a mistyped field",
        "{ dog { nam barkVolum isHousetraind } }",
        "1:9 Cannot query field \"nam\" on type \"Dog\". Did you mean \"name\"?",
        "1:13 Cannot query field \"barkVolum\" on type \"Dog\". Did you mean \"barkVolume\"?",
        "1:23 Cannot query field \"isHousetraind\" on type \"Dog\". Did you mean \"isHousetrained\"?")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
