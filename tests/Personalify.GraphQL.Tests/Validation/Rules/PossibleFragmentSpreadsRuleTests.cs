using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsRuleTests
{
    private static readonly RuleHarness _harness = new(new PossibleFragmentSpreadsRule());

    [Theory]
    [InlineData(
        "an object in itself, in its interface and in its union",
        "{ dog { ... on Dog { name } } pet { ... on Dog { name } } catOrDog { ... on Dog { name } } }")]
    [InlineData(
        "an interface in an object, in an interface and in a union",
        "{ dog { ... on Pet { name } } being { ... on Pet { name } } catOrDog { ... on Pet { name } } }")]
    [InlineData(
        "a union in an object, in an interface and in a union",
        "{ dog { ...F } pet { ...F } dogOrHuman { ...F } } fragment F on CatOrDog { __typename }")]
    [InlineData("an unknown type", "{ dog { ... on Nothing { name } ...Missing } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an object in another",
        "{ cat { ...F } } fragment F on Dog { name }",
        "1:9 Fragment \"F\" cannot be spread here as objects of type \"Cat\" can never be of type \"Dog\".")]
    [InlineData(
        "an object in another inline",
        "{ cat { ... on Dog { name } } }",
        "1:9 Fragment cannot be spread here as objects of type \"Cat\" can never be of type \"Dog\".")]
    [InlineData(
        "an object in an interface that it does not implement",
        "{ pet { ...F } } fragment F on Human { name }",
        "1:9 Fragment \"F\" cannot be spread here as objects of type \"Pet\" can never be of type \"Human\".")]
    [InlineData(
        "an object in a union without it",
        "{ catOrDog { ...F } } fragment F on Human { name }",
        "1:14 Fragment \"F\" cannot be spread here as objects of type \"CatOrDog\" can never be of type \"Human\".")]
    [InlineData(
        "a union in an object outside of it",
        "{ human { ...F } } fragment F on CatOrDog { __typename }",
        "1:11 Fragment \"F\" cannot be spread here as objects of type \"Human\" can never be of type \"CatOrDog\".")]
    [InlineData(
        "a union in an interface without a common member",
        "{ pet { ... on HumanOrAlien { __typename } } }",
        "1:9 Fragment cannot be spread here as objects of type \"Pet\" can never be of type \"HumanOrAlien\".")]
    [InlineData(
        "two unions without a common member",
        "{ catOrDog { ...F } } fragment F on HumanOrAlien { __typename }",
        "1:14 Fragment \"F\" cannot be spread here as objects of type \"CatOrDog\" can never be of type \"HumanOrAlien\".")]
    [InlineData(
        "an interface in a union without a common member",
        "{ humanOrAlien { ... on Pet { name } } }",
        "1:18 Fragment cannot be spread here as objects of type \"HumanOrAlien\" can never be of type \"Pet\".")]
    [InlineData(
        "two interfaces without a common implementor",
        "{ box { ... on Pet { name } } }",
        "1:9 Fragment cannot be spread here as objects of type \"SomeBox\" can never be of type \"Pet\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
