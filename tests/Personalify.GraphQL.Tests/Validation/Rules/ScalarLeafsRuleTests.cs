using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsRuleTests
{
    private static readonly RuleHarness _harness = new(new ScalarLeafsRule());

    [Theory]
    [InlineData("a scalar without a selection", "{ dog { name barkVolume color } }")]
    [InlineData("a scalar with arguments", "{ dog { doesKnowCommand(command: \"sit\") } }")]
    [InlineData("an unknown field", "{ dog { nothing { name } nothing } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an object, a list and an interface without a selection",
        "{ human { pets relatives } pet }",
        "1:11 Field \"pets\" of type \"[Pet]\" must have a selection of subfields. Did you mean \"pets { ... }\"?",
        "1:16 Field \"relatives\" of type \"[Human]!\" must have a selection of subfields. Did you mean \"relatives { ... }\"?",
        "1:28 Field \"pet\" of type \"Pet\" must have a selection of subfields. Did you mean \"pet { ... }\"?")]
    [InlineData(
        "a scalar, an enum and a list of scalars with one",
        "{ dog { barks { x } color { x } } humanOrAlien { ... on Alien { planets { x } } } }",
        "1:15 Field \"barks\" must not have a selection since type \"Boolean\" has no subfields.",
        "1:27 Field \"color\" must not have a selection since type \"Color\" has no subfields.",
        "1:73 Field \"planets\" must not have a selection since type \"[String]\" has no subfields.")]
    [InlineData(
        "a scalar with arguments, directives and a selection",
        "{ dog { doesKnowCommand(command: \"sit\") @include(if: true) { x } } }",
        "1:60 Field \"doesKnowCommand\" must not have a selection since type \"Boolean\" has no subfields.")]
    [InlineData(
        "the type name with a selection",
        "{ __typename { x } dog { __typename { x } } }",
        "1:14 Field \"__typename\" must not have a selection since type \"String!\" has no subfields.",
        "1:37 Field \"__typename\" must not have a selection since type \"String!\" has no subfields.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
