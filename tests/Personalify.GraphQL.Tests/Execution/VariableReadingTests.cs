using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>Variables are read once, as they were sent; what comes of them does not depend on their order.</summary>
public sealed class VariableReadingTests
{
    private readonly Engine _engine = InputEngine.Create();

    [Theory]
    [InlineData("""{"v":{"a":1,"b":"q","l":[2]}}""")]
    [InlineData("""{"v":{"l":[2],"b":"q","a":1}}""")]
    [InlineData("""{"other":[{}],"v":{"l":[2],"\u0061":1,"b":"\u0071"},"another":{"v":{}}}""")]
    public async Task Fields_may_come_in_any_order(string variables) =>
        Assert.Equal("""{"f":"a=1 i=(a:1,b:q,l:[2])"}""", await _engine.DataAsync("query($v: In) { f(i: $v) }", variables));

    [Theory]
    [InlineData("""{"v":{"a":"wrong"},"v":{"a":2}}""", "(a:2,b:x)")]
    [InlineData("""{"v":{"a":"wrong","b":"y","a":2,"b":null}}""", "(a:2,b:null)")]
    [InlineData("""{"v":{"a":1,"c":{"a":"wrong"},"c":{"a":3}}}""", "(a:1,b:x,c:(a:3,b:x))")]
    public async Task Of_two_of_the_same_name_the_last_one_counts(string variables, string expected) =>
        Assert.Equal($$"""{"f":"a=1 i={{expected}}"}""", await _engine.DataAsync("query($v: In) { f(i: $v) }", variables));

    [Fact]
    public async Task The_last_one_counts_when_it_is_the_wrong_one()
    {
        Assert.Equal(["""at .a: Int cannot represent non-integer value: "wrong" """.TrimEnd()], await ErrorsAsync("""{"v":{"a":1,"a":"wrong"}}"""));
    }

    [Fact]
    public async Task Errors_are_told_in_the_order_of_the_type_unknown_fields_first()
    {
        var errors = await ErrorsAsync("""{"v":{"l":["x",true],"c":{"l":"y","a":"z"},"zz":1,"a":"w"}}""");
        Assert.Equal(
            [
                """Expected value of type "In" not to include unknown field "zz", found: {"l":["x",true],"c":{"l":"y","a":"z"},"zz":1,"a":"w"}.""",
                """at .a: Int cannot represent non-integer value: "w" """.TrimEnd(),
                """at .c.a: Int cannot represent non-integer value: "z" """.TrimEnd(),
                """at .c.l: Int cannot represent non-integer value: "y" """.TrimEnd(),
                """at .l[0]: Int cannot represent non-integer value: "x" """.TrimEnd(),
                """at .l[1]: Int cannot represent non-integer value: true""",
            ],
            errors);
    }

    [Fact]
    public async Task Fifty_errors_are_told_and_those_are_the_first_of_the_type()
    {
        var wrong = string.Join(',', Enumerable.Repeat("\"x\"", 80));
        var errors = await ErrorsAsync($$$"""{"v":{"l":[{{{wrong}}}],"c":{"l":[{{{wrong}}}],"a":1},"a":"w"}}""");
        Assert.Equal(50, errors.Length);
        Assert.StartsWith("at .a:", errors[0], StringComparison.Ordinal);
        Assert.All(errors[1..], error => Assert.StartsWith("at .c.l[", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(200)]
    public async Task An_operation_may_have_many_variables(int count)
    {
        var query = $"query({string.Join(' ', Enumerable.Range(0, count).Select(i => $"$v{i}: Int"))}) {{ {string.Join(' ', Enumerable.Range(0, count).Select(i => $"f{i}: f(a: $v{i})"))} }}";
        var sent = string.Join(',', Enumerable.Range(0, count).Reverse().Where(i => i % 3 > 0).Select(i => $"\"v{i}\":{i * 7}"));
        var expected = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"f{i}\":\"a={(i % 3 > 0 ? i * 7 : 1)}\""));
        Assert.Equal($"{{{expected}}}", await _engine.DataAsync(query, $"{{{sent}}}"));
    }

    [Fact]
    public async Task An_element_may_come_of_json_with_comments()
    {
        using var json = JsonDocument.Parse("""{/* five */"v":5,}""", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        using var result = await _engine.Server.ExecuteAsync(_engine.Request("query($v: Int) { f(a: $v) }") with { Variables = json.RootElement });
        Assert.Equal("""{"data":{"f":"a=5"}}""", result.ToJson());
    }

    /// <summary>Who listens sees an element that is its own, and may keep it.</summary>
    [Fact]
    public void A_transports_text_is_an_element_for_those_who_ask_for_one()
    {
        var text = """{"a":[1]}"""u8.ToArray();
        var request = new GraphQLRequest { Document = default, VariablesText = text };
        var variables = request.Variables;
        text.AsSpan().Fill((byte)' ');
        Assert.Equal("""{"a":[1]}""", variables.GetRawText());
        Assert.Equal("""{"b":2}""", Encoding.UTF8.GetString((request with { Variables = JsonElement.Parse("""{"b":2}"""u8) }).SentVariables.Span));
    }

    /// <summary>What a value needs beyond a constant: its box, its place, and its argument's.</summary>
    [Fact]
    public async Task Variables_of_a_known_query_allocate_little()
    {
        var constant = await AllocatedAsync("{ r(x: 5) }");
        var sent = await AllocatedAsync("query($v: Int!) { r(x: $v) }");
        Assert.InRange(sent - constant, 1, 320);
    }

    private async Task<long> AllocatedAsync(string query)
    {
        var request = _engine.Request(query) with { VariablesText = """{"v":5}"""u8.ToArray() };
        var least = long.MaxValue;
        for (var run = 0; run < 200; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var result = await _engine.Server.ExecuteAsync(request);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private async Task<string[]> ErrorsAsync(string variables)
    {
        const string Start = "Variable \"$v\" has invalid value";
        using var result = await _engine.ExecuteAsync("query($v: In) { f(i: $v) }", variables);
        return [.. result.Errors.Select(error => error.Message.Replace(Start + ": ", "", StringComparison.Ordinal).Replace(Start + " ", "", StringComparison.Ordinal))];
    }
}
