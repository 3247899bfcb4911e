using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsRuleTests
{
    private static readonly RuleHarness _harness = new(new ExecutableDefinitionsRule());

    [Theory]
    [InlineData("an operation alone", "{ dog { name } }")]
    [InlineData("operations and fragments", "query A { dog { ...F } } fragment F on Dog { name }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "a type definition",
        "query A { dog { name } } type Cow { name: String } extend type Dog { color: String }",
        "1:26 The \"Cow\" definition is not executable.",
        "1:52 The \"Dog\" definition is not executable.")]
    [InlineData(
        "a schema definition and its extension",
        "schema { query: Query } type Query { a: Int } extend schema @onQuery",
        "1:1 The schema definition is not executable.",
        "1:25 The \"Query\" definition is not executable.",
        "1:47 The schema definition is not executable.")]
    [InlineData(
        "a directive definition",
        "{ dog { name } } directive @a on FIELD",
        "1:18 The \"a\" definition is not executable.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
