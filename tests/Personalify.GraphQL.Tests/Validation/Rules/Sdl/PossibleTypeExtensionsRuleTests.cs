using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class PossibleTypeExtensionsRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new PossibleTypeExtensionsRule());

    [Theory]
    [InlineData(
        "extensions of what is there, in any order",
        "extend type A { b: Int } type A { a: Int } scalar B extend scalar B @a union C extend union C = A")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "extensions of other kinds",
        "scalar A type B interface C union D enum E input F\nextend type A @a\nextend interface B @a\nextend union C @a\nextend enum D @a\nextend input E @a\nextend scalar F @a",
        "1:1 2:1 Cannot extend non-object type \"A\".",
        "1:10 3:1 Cannot extend non-interface type \"B\".",
        "1:17 4:1 Cannot extend non-union type \"C\".",
        "1:29 5:1 Cannot extend non-enum type \"D\".",
        "1:37 6:1 Cannot extend non-input object type \"E\".",
        "1:44 7:1 Cannot extend non-scalar type \"F\".")]
    [InlineData(
        "extensions of what is not there",
        "type Known { a: Int }\nextend type Unknown @a\nextend scalar Knwn @a",
        "2:13 Cannot extend type \"Unknown\" because it is not defined. Did you mean \"Known\"?",
        "3:15 Cannot extend type \"Knwn\" because it is not defined. Did you mean \"Known\"?")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
