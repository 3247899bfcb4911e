using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesRuleTests
{
    private static readonly RuleHarness _harness = new(new UniqueInputFieldNamesRule());

    [Theory]
    [InlineData(
        "one name at different levels",
        "{ arguments { complex(arg: { required: true, nested: { required: true, nested: { required: false } } }) } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "one field twice",
        "{ arguments { complex(arg: { int: 1, int: 2 }) } }",
        "1:30 1:38 There can be only one input field named \"int\".")]
    [InlineData(
        "one field three times",
        "{ arguments { complex(arg: { int: 1, int: 2, int: 3 }) } }",
        "1:30 1:38 There can be only one input field named \"int\".",
        "1:30 1:46 There can be only one input field named \"int\".")]
    [InlineData(
        "one field of a nested object twice",
        "{ arguments { complex(arg: { nested: { int: 1, int: 2 }, int: 2 }) } }",
        "1:40 1:48 There can be only one input field named \"int\".")]
    [InlineData(
        "one field of an object in a list and in a default value",
        "query A($x: Complex = { int: 1, int: 2 }) { arguments { json(arg: [{ a: 1, a: 2 }]) } }",
        "1:25 1:33 There can be only one input field named \"int\".",
        "1:70 1:76 There can be only one input field named \"a\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
