using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class UniqueFieldDefinitionNamesRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new UniqueFieldDefinitionNamesRule());

    [Theory]
    [InlineData(
        "different fields",
        "type A { x: Int y: Int } interface B { x: Int } input C { x: Int } extend type A { z: Int }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "a field twice in each kind",
        "type A { x: Int x: Int }\ninterface B { x: Int x: Int }\ninput C { x: Int x: Int }",
        "1:10 1:17 Field \"A.x\" can only be defined once.",
        "2:15 2:22 Field \"B.x\" can only be defined once.",
        "3:11 3:18 Field \"C.x\" can only be defined once.")]
    [InlineData(
        "a field in an extension again",
        "type A { x: Int }\nextend type A { x: Int }",
        "1:10 2:17 Field \"A.x\" can only be defined once.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
