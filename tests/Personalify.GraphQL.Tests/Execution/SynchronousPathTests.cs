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

    /// <summary>The least of many runs: what the pools of the runtime add now and then is not the engine's.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task A_known_query_that_waits_for_nothing_allocates_a_kilobyte_at_most_however_much_it_writes(int items)
    {
        object[] all = [.. Enumerable.Range(0, items).Select(number => $"item {number}")];
        var engine = new Engine("type Query { all: [Item] } type Item { name: String, self: Item }")
            .OnPure("Query.all", _ => all).OnPure("Item.name", item => item).OnPure("Item.self", item => item);
        var request = engine.Request("{ all { name self { name } } }");
        var least = long.MaxValue;
        for (var run = 0; run < 100; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var result = await engine.Server.ExecuteAsync(request);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, 1024);
    }
}
