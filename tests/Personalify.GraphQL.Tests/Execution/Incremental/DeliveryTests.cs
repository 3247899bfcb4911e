using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Execution.Incremental;

/// <summary>What a response in parts has in common with any other: batches, services, limits, an end.</summary>
public sealed class DeliveryTests
{
    private const string Sdl = """
        type Query { id: Int  nodes: [Node]  forever: String  long: String  connection: Int  selected: Selected }
        type Mutation { add: Node }
        type Node { id: Int  next: Node }
        type Selected { asked: Boolean  name: String }
        """;

    [Fact]
    public async Task The_fragments_of_a_list_share_their_batches()
    {
        var log = new FetchLog();
        await using var services = new ServiceCollection().AddSingleton(log).AddDataLoader<NextLoader>().BuildServiceProvider();
        var engine = With(services)
            .On("Query.nodes", _ => Enumerable.Range(1, 5).Select(id => (object)id).ToArray())
            .OnPure("Node.id", parent => parent)
            .OnAsync("Node.next", async context => await context.Services.GetRequiredService<NextLoader>().LoadAsync(context.Parent<int>(), context.RequestAborted));

        var parts = await engine.PartsAsync("{ nodes { id ... @defer { next { id next { id } } } } }");

        Assert.Equal(["next 1,2,3,4,5", "next 6"], log.Batches);
        // The fragment that waits for the second batch comes apart from the others, unless the reader is slower than both batches.
        Assert.InRange(parts.Count, 2, 3);
    }

    [Fact]
    public async Task Services_live_until_the_last_part_is_written_and_no_longer()
    {
        var opened = new List<Connection>();
        await using var services = new ServiceCollection().AddSingleton(opened).AddScoped<Connection>().BuildServiceProvider();
        var engine = With(services).On("Query.id", context => Open(context.Services)).On("Query.connection", context => Open(context.Services));
        await using var response = await engine.SubscribeAsync("{ id ... @defer { connection } }");
        var results = response.ReadResultsAsync().GetAsyncEnumerator();

        await results.NextAsync();
        Assert.False(Assert.Single(opened).IsDisposed);
        await results.NextAsync();
        Assert.False(await results.MoveNextAsync());
        await Eventually.IsTrueAsync(() => opened is [{ IsDisposed: true }, { IsDisposed: true }], "both are disposed of");
    }

    [Fact]
    public async Task A_response_that_takes_too_long_ends_what_is_pending_by_that_error()
    {
        var time = TestClock.At("2026-03-01T12:00:00Z");
        var engine = IncrementalEngine.Of(Sdl, time).On("Query.id", _ => 1).OnAsync("Query.forever", async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return null;
        });
        await using var response = await engine.SubscribeAsync("{ id ... @defer { forever } }");
        var results = response.ReadResultsAsync().GetAsyncEnumerator();
        await results.NextAsync();

        var last = results.NextAsync();
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(
            """{"completed":[{"id":"0","errors":[{"message":"The request took longer than the 30 seconds that it may take. Ask for less at once.","path":[],"extensions":{"code":"HC0045"}}]}],"hasNext":false}""",
            await last);
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_before_the_initial_result_has_nothing_more_to_read()
    {
        using var client = new CancellationTokenSource();
        var engine = IncrementalEngine.Of(Sdl).OnAsync("Query.forever", async context =>
        {
            await client.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return null;
        });

        await using var response = await engine.SubscribeAsync("{ forever ... @defer { id } }", cancellationToken: client.Token);

        Assert.Equal(RequestErrorKind.Cancelled, response.Result!.Kind);
    }

    [Fact]
    public async Task A_client_that_leaves_between_parts_reads_no_more()
    {
        using var client = new CancellationTokenSource();
        var engine = IncrementalEngine.Of(Sdl).On("Query.id", _ => 1).On("Query.long", _ => "x");
        await using var response = await engine.SubscribeAsync("{ id ... @defer { long } }", cancellationToken: client.Token);
        var results = response.ReadResultsAsync().GetAsyncEnumerator(CancellationToken.None);
        await results.NextAsync();
        await client.CancelAsync();

        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task The_length_of_all_parts_is_limited_together()
    {
        var engine = IncrementalEngine.Of(Sdl).On("Query.id", _ => 1).On("Query.long", _ => new string('x', 3000));
        engine.Options.MaxResponseBytes = 4000;
        engine.Options.Parser.MaxAllowedAliases = 10;

        var parts = await engine.PartsAsync("{ id long ... @defer { again: long } }");

        Assert.Contains("\"completed\":[{\"id\":\"0\",\"errors\":[{\"message\":\"The response is larger than", parts[1], StringComparison.Ordinal);
        Assert.Contains("RESPONSE_TOO_LARGE", parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_would_defer_too_much_fails_and_leaves_the_others_alone()
    {
        var engine = IncrementalEngine.Of(Sdl).On("Query.id", _ => 1)
            .On("Query.nodes", _ => new object[] { 1, 2, 3 }).OnPure("Node.id", parent => parent);
        engine.Options.MaxPendingResults = 3;

        var parts = await engine.PartsAsync("""{ ... @defer(label: "a") { nodes { ... @defer { id } } } ... @defer(label: "b") { id } }""");

        var rest = string.Concat(parts.Skip(1));
        Assert.Contains("TOO_MANY_PENDING_RESULTS", rest, StringComparison.Ordinal);
        Assert.Contains("""{"id":"1","data":{"id":1}}""", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_delivered_makes_room_for_what_comes()
    {
        var engine = IncrementalEngine.Of(Sdl).On("Query.nodes", _ => new object[] { 1, 2 }).OnPure("Node.id", parent => parent);
        engine.Options.MaxPendingResults = 3;

        var parts = await engine.PartsAsync("{ ... @defer { nodes @stream { ... @defer { id } } } }");

        Assert.DoesNotContain("TOO_MANY", string.Concat(parts), StringComparison.Ordinal);
        Assert.Contains("\"hasNext\":false", parts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_below_a_mutation_may_be_deferred() => Assert.Equal(
        [
            """{"data":{"add":{"id":1}},"pending":[{"id":"0","path":["add"]}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"next":{"id":2}}}],"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await IncrementalEngine.Of(Sdl).On("Mutation.add", _ => 1).OnPure("Node.id", parent => parent).On("Node.next", context => context.Parent<int>() + 1)
            .PartsAsync("mutation { add { id ... @defer { next { id } } } }"));

    [Fact]
    public async Task A_resolver_sees_what_is_deferred_as_selected()
    {
        var engine = IncrementalEngine.Of(Sdl).On("Query.selected", context => new Dictionary<string, object?> { ["asked"] = context.IsSelected("name"), ["name"] = "n" });

        Assert.StartsWith("""{"data":{"selected":{"asked":true}}""", (await engine.PartsAsync("{ selected { asked ... @defer { name } } }"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_and_a_document_without_the_directives_are_no_response_in_parts()
    {
        await using var response = await IncrementalEngine.Of(Sdl).On("Query.id", _ => 1).SubscribeAsync("{ id }");

        Assert.False(response.IsIncremental);
        Assert.Equal("""{"data":{"id":1}}""", response.Result!.ToJson());
    }

    private static Engine With(IServiceProvider services) => IncrementalEngine.Of(Sdl, services: services);

    private static int Open(IServiceProvider services)
    {
        var opened = services.GetRequiredService<List<Connection>>();
        opened.Add(services.GetRequiredService<Connection>());
        return opened.Count;
    }

    private sealed class Connection : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
