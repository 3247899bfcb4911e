namespace Personalify.GraphQL.Tests.Execution;

public sealed class SynchronousPathTests
{
    private readonly Engine _engine = new Engine("type Query { pure: Int called: Int o: Query fails: Int later: Int } type Mutation { m: Int }")
        .OnPure("Query.pure", _ => 1).On("Query.called", _ => 2).On("Query.o", _ => new object()).On("Query.fails", _ => throw new InvalidOperationException())
        .OnAsync("Query.later", async _ =>
        {
            await Task.Yield();
            return 3;
        })
        .On("Mutation.m", _ => 4);

    [Theory]
    [InlineData("{ pure }")]
    [InlineData("{ called }")]
    [InlineData("{ o { called o { called } } }")]
    [InlineData("{ fails }")]
    [InlineData("mutation { m }")]
    [InlineData("{ nope }")]
    [InlineData("{")]
    public void A_request_that_waits_for_nothing_is_complete_when_the_call_returns(string query) =>
        Assert.True(_engine.ExecuteAsync(query).IsCompletedSuccessfully);

    [Fact]
    public async Task A_request_that_waits_is_complete_when_its_last_resolver_is()
    {
        var asked = _engine.DataAsync("{ called later }");
        Assert.Equal("""{"called":2,"later":3}""", await asked);
    }

    [Fact]
    public async Task Resolvers_keep_the_callers_context_whichever_thread_they_run_on()
    {
        var user = new AsyncLocal<string>();
        var engine = new Engine("type Query { first: Query name: String }")
            .OnAsync("Query.first", async _ =>
            {
                await Task.Run(() => { });
                return new object();
            })
            .On("Query.name", _ => user.Value);
        user.Value = "Ada";
        Assert.Equal("""{"first":{"first":{"name":"Ada"}}}""", await engine.DataAsync("{ first { first { name } } }"));
    }
}
