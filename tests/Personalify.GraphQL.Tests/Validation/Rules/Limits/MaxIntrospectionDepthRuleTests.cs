using Personalify.GraphQL.Validation.Rules.Limits;

namespace Personalify.GraphQL.Tests.Validation.Rules.Limits;

public sealed class MaxIntrospectionDepthRuleTests
{
    private static readonly RuleHarness _harness = new(new MaxIntrospectionDepthRule());

    [Theory]
    [InlineData(
        "the usual introspection",
        "{ __schema { queryType { name } types { name fields { name args { name type { name ofType { name ofType { name } } } } type { name } } inputFields { name type { name } } interfaces { name } } } }")]
    [InlineData("two lists", "{ __schema { types { fields { type { fields { name } } } } } }")]
    [InlineData("a fragment that spreads itself", "{ __schema { types { ...T } } } fragment T on __Type { ofType { ...T } }")]
    [InlineData("sixteen unwrappings", "{ __type(name: \"Dog\") { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } } } } } } } }")]
    [InlineData("fields of these names elsewhere", "{ human { fields { fields { fields { fields } } } } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData(
        "three lists of fields",
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "1:3 Maximum introspection depth exceeded")]
    [InlineData(
        "three lists of different kinds",
        "{ __type(name: \"Dog\") { interfaces { possibleTypes { interfaces { name } } } } }",
        "1:3 Maximum introspection depth exceeded")]
    [InlineData(
        "three lists through inline fragments",
        "{ __type(name: \"Dog\") { ... on __Type { fields { ... { type { ... on __Type { inputFields { type { fields { name } } } } } } } } } }",
        "1:3 Maximum introspection depth exceeded")]
    [InlineData(
        "three lists through fragments",
        "{ __schema { types { ...One } } } fragment One on __Type { fields { type { ...Two } } } fragment Two on __Type { fields { type { ...Three } } } fragment Three on __Type { fields { name } }",
        "1:3 Maximum introspection depth exceeded")]
    [InlineData(
        "a fragment used at different depths",
        "{ __schema { types { ...T fields { type { fields { type { ...T } } } } } } } fragment T on __Type { fields { name } }",
        "1:3 Maximum introspection depth exceeded")]
    [InlineData(
        "each field by itself",
        "{ a: __schema { types { ...D } } b: __schema { types { ...D } } } fragment D on __Type { fields { type { fields { type { fields { name } } } } } }",
        "1:3 Maximum introspection depth exceeded",
        "1:34 Maximum introspection depth exceeded")]
    [InlineData(
        "seventeen unwrappings, half of them in a fragment",
        "{ __type(name: \"Dog\") { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ...F } } } } } } } } } } fragment F on __Type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } }",
        "1:3 Maximum introspection depth exceeded")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
