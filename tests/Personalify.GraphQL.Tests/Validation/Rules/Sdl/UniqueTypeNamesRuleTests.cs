using Personalify.GraphQL.Validation.Rules.Sdl;

namespace Personalify.GraphQL.Tests.Validation.Rules.Sdl;

public sealed class UniqueTypeNamesRuleTests
{
    private static readonly SdlRuleHarness _harness = new(new UniqueTypeNamesRule());

    [Theory]
    [InlineData(
        "different names, extensions of one, and a directive of the same name",
        "type A { a: Int } scalar B extend type A { b: Int } directive @A on FIELD")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "one name for all kinds",
        "type A\nscalar A\ninterface A\nunion A\nenum A\ninput A",
        "1:6 2:8 There can be only one type named \"A\".",
        "1:6 3:11 There can be only one type named \"A\".",
        "1:6 4:7 There can be only one type named \"A\".",
        "1:6 5:6 There can be only one type named \"A\".",
        "1:6 6:7 There can be only one type named \"A\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
