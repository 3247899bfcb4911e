using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class UniqueArgumentDefinitionNamesRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new UniqueArgumentDefinitionNamesRule());

    [Theory]
    [InlineData("different arguments", "type A { x(a: Int, b: Int): Int y(a: Int): Int } directive @d(a: Int, b: Int) on FIELD")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an argument twice in fields and directives",
        "type A { x(a: Int, b: Int, a: Int): Int }\nextend type A { y(a: Int, a: Int): Int }\ninterface B { x(a: Int, a: Int): Int }\ndirective @d(a: Int, a: Int) on FIELD",
        "1:12 1:28 Argument \"A.x(a:)\" can only be defined once.",
        "2:19 2:27 Argument \"A.y(a:)\" can only be defined once.",
        "3:17 3:25 Argument \"B.x(a:)\" can only be defined once.",
        "4:14 4:22 Argument \"@d(a:)\" can only be defined once.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
