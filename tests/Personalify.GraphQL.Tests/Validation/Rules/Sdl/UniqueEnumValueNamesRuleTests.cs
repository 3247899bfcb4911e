using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class UniqueEnumValueNamesRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new UniqueEnumValueNamesRule());

    [Theory]
    [InlineData("different values", "enum A { X Y } enum B { X } extend enum A { Z }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("a value twice", "enum A { X Y X }", "1:10 1:14 Enum value \"A.X\" can only be defined once.")]
    [InlineData(
        "a value in an extension again",
        "enum A { X }\nextend enum A { X }\nextend enum A { Y Y }",
        "1:10 2:17 Enum value \"A.X\" can only be defined once.",
        "3:17 3:19 Enum value \"A.Y\" can only be defined once.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
