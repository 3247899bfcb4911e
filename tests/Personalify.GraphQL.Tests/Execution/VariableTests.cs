using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class VariableTests
{
    private readonly Engine _engine = InputEngine.Create();

    [Theory]
    [InlineData("query($v: Int) { f(a: $v) }", """{"v":5}""", "a=5")]
    [InlineData("query($v: Int) { f(a: $v) }", """{"v":null}""", "a=null")]
    [InlineData("query($v: Int) { f(a: $v) }", "{}", "a=1")]
    [InlineData("query($v: Int = 7) { f(a: $v) }", "{}", "a=7")]
    [InlineData("query($v: Int = 7) { f(a: $v) }", """{"v":null}""", "a=null")]
    [InlineData("query($v: [Int!] = 3) { f(l: $v) }", "{}", "a=1 l=[3]")]
    [InlineData("query($v: String) { f(s: $v) }", "{}", "a=1")]
    [InlineData("query($v: Int) { f(a: $v) }", """{"v":5,"unknown":[1]}""", "a=5")]
    [InlineData("query($v: Int) { f(a: $v) }", "null", "a=1")]
    public async Task A_variable_is_its_value_its_default_or_absent(string query, string variables, string arguments) =>
        Assert.Equal($$"""{"f":"{{arguments}}"}""", await _engine.DataAsync(query, variables));

    [Theory]
    [InlineData("Int!", "{}", """Variable "$v" has invalid value: Expected a value of non-null type "Int!" to be provided.""")]
    [InlineData("Int!", """{"v":null}""", """Variable "$v" has invalid value: Expected value of non-null type "Int!" not to be null.""")]
    [InlineData("Int!", """{"v":"1"}""", """Variable "$v" has invalid value: Int cannot represent non-integer value: "1".""")]
    public async Task A_value_that_does_not_fit_refuses_the_request(string type, string variables, string message)
    {
        using var result = await _engine.ExecuteAsync($"query($v: {type}) {{ f(a: $v) }}", variables);
        Assert.Equal(RequestErrorKind.Variables, result.Kind);
        Assert.Equal(message.TrimEnd('.'), Assert.Single(result.Errors).Message.TrimEnd('.'));
        Assert.Equal((1, 7), (result.Errors[0].Locations[0].Line, result.Errors[0].Locations[0].Column));
        Assert.Equal("HC0017", result.Errors[0].Code);
        Assert.DoesNotContain("\"data\"", Engine.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_place_is_named_by_its_path()
    {
        using var result = await _engine.ExecuteAsync("query($v: In) { f(i: $v) }", """{"v":{"a":1,"c":{"zz":1,"l":[1,null,"x"]}}}""");
        Assert.Equal(
            [
                """Variable "$v" has invalid value at .c: Expected value of type "In" not to include unknown field "zz", found: {"zz":1,"l":[1,null,"x"]}.""",
                """Variable "$v" has invalid value at .c: Expected value of type "In" to include required field "a", found: {"zz":1,"l":[1,null,"x"]}.""",
                """Variable "$v" has invalid value at .c.l[1]: Expected value of non-null type "Int!" not to be null.""",
                """Variable "$v" has invalid value at .c.l[2]: Int cannot represent non-integer value: "x".""",
            ],
            result.Errors.Select(error => error.Message.TrimEnd('.') + "."));
    }

    [Fact]
    public async Task A_long_wrong_value_is_shown_shortened()
    {
        using var result = await _engine.ExecuteAsync("query($v: Int) { f(a: $v) }", $$"""{"v":"{{new string('x', 5000)}}"}""");
        Assert.InRange(Assert.Single(result.Errors).Message.Length, 1, 200);
    }

    [Fact]
    public async Task Nesting_beyond_the_limit_is_an_error()
    {
        var nested = string.Concat(Enumerable.Repeat("""{"a":1,"c":""", 120)) + "null" + new string('}', 120);
        var options = new System.Text.Json.JsonDocumentOptions { MaxDepth = 1000 };
        var request = _engine.Request("query($v: In) { f(i: $v) }") with { Variables = System.Text.Json.JsonDocument.Parse($$"""{"v":{{nested}}}""", options).RootElement };
        using var result = await _engine.Server.ExecuteAsync(request);
        Assert.EndsWith("The value is nested deeper than 100 levels.", result.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_wrong_items_make_no_thousand_errors()
    {
        var items = string.Join(',', Enumerable.Repeat("\"x\"", 1000));
        using var result = await _engine.ExecuteAsync("query($v: [Int!]) { f(l: $v) }", $$"""{"v":[{{items}}]}""");
        Assert.Equal(50, result.Errors.Count);
    }
}
