namespace Personalify.GraphQL.Tests.Execution;

public sealed class ResponseOrderTests
{
    [Fact]
    public async Task Keys_keep_the_order_of_the_selections_whatever_ends_first()
    {
        var first = new TaskCompletionSource<object?>();
        var engine = new Engine("type Query { slow: Int fast: Int now: Int }")
            .OnAsync("Query.slow", _ => first.Task)
            .OnAsync("Query.fast", async _ =>
            {
                await Task.Yield();
                first.SetResult(1);
                return 2;
            })
            .OnPure("Query.now", _ => 3);
        Assert.Equal("""{"slow":1,"now":3,"fast":2}""", await engine.DataAsync("{ slow now fast }"));
    }

    [Theory]
    [InlineData("{ kind: __typename a { __typename me: __typename } }", """{"kind":"Query","a":{"__typename":"A","me":"A"}}""")]
    [InlineData("mutation { __typename }", """{"__typename":"Mutation"}""")]
    public async Task The_type_name_can_be_asked_everywhere_under_any_name(string query, string data)
    {
        var engine = new Engine("type Query { a: A } type A { x: Int } type Mutation { m: Int }").OnPure("Query.a", _ => new object());
        Assert.Equal(data, await engine.DataAsync(query));
    }

    [Fact]
    public async Task Errors_come_in_the_order_of_their_positions()
    {
        var engine = new Engine("type Query { slow: Int fast: Int }")
            .OnAsync("Query.slow", async _ =>
            {
                await Task.Yield();
                await Task.Yield();
                throw new InvalidOperationException();
            })
            .On("Query.fast", _ => throw new InvalidOperationException());
        var (_, errors) = await engine.OutcomeAsync("{ slow fast }");
        Assert.Equal(["slow", "fast"], errors.Select(error => error.Split(':')[0]));
    }
}
