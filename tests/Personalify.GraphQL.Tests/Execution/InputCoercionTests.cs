using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class InputCoercionTests
{
    private readonly Engine _engine = InputEngine.Create();

    [Theory]
    [InlineData("l: 5", "l=[5]")]
    [InlineData("l: [5]", "l=[5]")]
    [InlineData("l: null", "l=null")]
    [InlineData("m: 5", "m=[[5]]")]
    [InlineData("m: [5, null, [6, null]]", "m=[[5],null,[6,null]]")]
    public async Task A_single_value_becomes_a_list_of_one_but_null_does_not(string argument, string expected) =>
        Assert.Equal($$"""{"f":"a=1 {{expected}}"}""", await _engine.DataAsync($"{{ f({argument}) }}"));

    [Theory]
    [InlineData("5", "[[5]]")]
    [InlineData("[5, null, [6]]", "[[5],null,[6]]")]
    [InlineData("null", "null")]
    public async Task Variables_make_lists_as_literals_do(string json, string expected) =>
        Assert.Equal($$"""{"f":"a=1 m={{expected}}"}""", await _engine.DataAsync("query($v: [[Int]]) { f(m: $v) }", $$"""{"v":{{json}}}"""));

    [Theory]
    [InlineData("""{"v":4}""", "[[1,4]]")]
    [InlineData("{}", "[[1,null]]")]
    public async Task A_variable_inside_a_list_literal_is_an_item(string variables, string expected) =>
        Assert.Equal($$"""{"f":"a=1 m={{expected}}"}""", await _engine.DataAsync("query($v: Int) { f(m: [[1, $v]]) }", variables));

    [Theory]
    [InlineData("{a: 1}", "(a:1,b:x)")]
    [InlineData("{a: 1, b: null}", "(a:1,b:null)")]
    [InlineData("{b: \"q\", a: 1, c: {a: 2, l: 3}}", "(a:1,b:q,c:(a:2,b:x,l:[3]))")]
    public async Task Fields_take_their_defaults_and_absent_ones_stay_absent(string literal, string expected) =>
        Assert.Equal($$"""{"f":"a=1 i={{expected}}"}""", await _engine.DataAsync($"{{ f(i: {literal}) }}"));

    [Fact]
    public async Task A_field_whose_variable_is_absent_is_absent() =>
        Assert.Equal("""{"f":"a=1 i=(a:1,b:x)"}""", await _engine.DataAsync("query($b: String, $c: In) { f(i: {a: 1, b: $b, c: $c}) }"));

    [Fact]
    public async Task A_field_whose_variable_is_null_is_null() =>
        Assert.Equal("""{"f":"a=1 i=(a:1,b:null)"}""", await _engine.DataAsync("query($b: String) { f(i: {a: 1, b: $b}) }", """{"b":null}"""));

    [Theory]
    [InlineData("{a: 1}", "(a:1)")]
    [InlineData("{b: \"x\"}", "(b:x)")]
    public async Task OneOf_takes_exactly_one_field(string literal, string expected) =>
        Assert.Equal($$"""{"f":"a=1 o={{expected}}"}""", await _engine.DataAsync($"{{ f(o: {literal}) }}"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":1,"b":"x"}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":"wrong","b":null}""")]
    public async Task OneOf_is_checked_before_the_fields(string json)
    {
        using var result = await _engine.ExecuteAsync("query($v: One) { f(o: $v) }", $$"""{"v":{{json}}}""");
        Assert.Equal(
            "Variable \"$v\" has invalid value: Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.",
            Assert.Single(result.Errors).Message);
    }

    [Theory]
    [InlineData("e: A", "e=A")]
    [InlineData("fl: 1", "fl=1")]
    [InlineData("fl: 1.5", "fl=1.5")]
    [InlineData("id: 12345678901234567890", "id=12345678901234567890")]
    [InlineData("id: \"x\"", "id=x")]
    [InlineData("s: \"\\u{1F600}\"", "s=😀")]
    public async Task Literals_become_values(string argument, string expected) =>
        Assert.Equal($$"""{"f":"a=1 {{expected}}"}""", await _engine.DataAsync($"{{ f({argument}) }}"));

    [Theory]
    [InlineData("Int", "a", "1.0", "a=1")]
    [InlineData("Int", "a", "1e3", "a=1000")]
    [InlineData("Float", "fl", "3", "a=1 fl=3")]
    [InlineData("ID", "id", "12345678901234567890", "a=1 id=12345678901234567890")]
    [InlineData("E", "e", "\"B\"", "a=1 e=B")]
    [InlineData("Boolean", "b", "false", "a=1 b=False")]
    public async Task Json_becomes_values(string type, string argument, string json, string expected) =>
        Assert.Equal($$"""{"f":"{{expected}}"}""", await _engine.DataAsync($"query($v: {type}) {{ f({argument}: $v) }}", $$"""{"v":{{json}}}"""));

    [Theory]
    [InlineData("Int", "a", "1.5")]
    [InlineData("Int", "a", "2147483648")]
    [InlineData("Int", "a", "true")]
    [InlineData("Float", "fl", "1e400")]
    [InlineData("ID", "id", "1.5")]
    [InlineData("E", "e", "1")]
    [InlineData("E", "e", "\"C\"")]
    [InlineData("Boolean", "b", "1")]
    [InlineData("String", "s", "1")]
    [InlineData("In", "i", "[]")]
    public async Task Json_of_another_kind_is_refused(string type, string argument, string json)
    {
        using var result = await _engine.ExecuteAsync($"query($v: {type}) {{ f({argument}: $v) }}", $$"""{"v":{{json}}}""");
        Assert.Equal(RequestErrorKind.Variables, result.Kind);
        Assert.StartsWith("Variable \"$v\" has invalid value: ", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_argument_whose_nullable_variable_has_a_default_fails_its_field_when_null_is_sent()
    {
        var (data, errors) = await _engine.OutcomeAsync("query($v: Int = 1) { r(x: $v) __typename }", """{"v":null}""");
        Assert.Equal("""{"r":null,"__typename":"Query"}""", data);
        Assert.Equal(["""r: Argument "Query.r(x:)" has invalid value: Expected variable "$v" provided to non-null type "Int!" not to be null."""], errors);
    }
}
