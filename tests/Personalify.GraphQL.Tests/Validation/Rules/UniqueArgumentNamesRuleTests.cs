using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new UniqueArgumentNamesRule());

    [Theory]
    [InlineData(
        "one argument on two fields and a directive",
        "{ a: arguments { int(arg: 1) text(arg: \"x\") } dog @onField(flag: true) @many(a: 1) { name } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "an argument of a field twice",
        "{ arguments { int(arg: 1, arg: 2) } }",
        "1:19 1:27 There can be only one argument named \"arg\".")]
    [InlineData(
        "an argument three times and another twice",
        "{ dog { isAt(x: 1, y: 1, x: 2, y: 2, x: 3) } }",
        "1:14 1:26 1:38 There can be only one argument named \"x\".",
        "1:20 1:32 There can be only one argument named \"y\".")]
    [InlineData(
        "an argument of a directive twice",
        "{ dog @onField(flag: true, flag: false) { name } }",
        "1:16 1:28 There can be only one argument named \"flag\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
