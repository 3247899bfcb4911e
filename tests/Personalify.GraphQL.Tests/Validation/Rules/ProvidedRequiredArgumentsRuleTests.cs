using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsRuleTests
{
    private static readonly RuleHarness _harness = new(new ProvidedRequiredArgumentsRule());

    [Theory]
    [InlineData("all required arguments in any order", "{ arguments { multiple(req2: 1, req1: 2) mixed(req: 1) } }")]
    [InlineData("an argument with a default value left out", "{ arguments { withDefault } dog { isHousetrained } }")]
    [InlineData("an unknown field", "{ dog { unknown } }")]
    [InlineData("null, which is not missing", "{ arguments { requiredInt(arg: null) } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "one of two required arguments",
        "{ arguments { multiple(req2: 1) } }",
        "1:15 Argument \"Arguments.multiple(req1:)\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData(
        "both required arguments",
        "{ arguments { multiple } }",
        "1:15 Argument \"Arguments.multiple(req1:)\" of type \"Int!\" is required, but it was not provided.",
        "1:15 Argument \"Arguments.multiple(req2:)\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData(
        "a required argument, with another one given",
        "{ arguments { multiple(req3: 1) mixed(opt: 1) } }",
        "1:15 Argument \"Arguments.multiple(req1:)\" of type \"Int!\" is required, but it was not provided.",
        "1:15 Argument \"Arguments.multiple(req2:)\" of type \"Int!\" is required, but it was not provided.",
        "1:33 Argument \"Arguments.mixed(req:)\" of type \"Int!\" is required, but it was not provided.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
