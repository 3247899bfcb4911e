using System.Text;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>When batches are fetched. The deadline is off unless a test is about it, so that a wrong count is a request that never ends.</summary>
public sealed class BatchingTests : IAsyncDisposable
{
    private const string Sdl = """
        type Query { items(n: Int!): [Item]  item(id: Int!): Item  slow: Item  later: Item  never: Int }
        type Item { letter: String  yielded: String  two: String  many: [String]  word: String  child: Item  unrelated: String abandoned: String }
        """;

    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton<FetchLog>()
        .AddDataLoader<LetterLoader>().AddDataLoader<NextLoader>().AddDataLoader<WordLoader>().BuildServiceProvider();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private IReadOnlyList<string> Batches => _services.GetRequiredService<FetchLog>().Batches;

    private Engine Create(TimeProvider? time = null)
    {
        var engine = new Engine(Sdl) { Services = _services, Time = time ?? TimeProvider.System }
            .On("Query.items", context => Enumerable.Range(1, context.ArgumentValue<int>("n")).Cast<object>().ToArray())
            .On("Query.item", context => context.ArgumentValue<int>("id"))
            .OnAsync("Item.letter", async context => await Letters(context).LoadAsync(context.Parent<int>(), context.RequestAborted))
            .OnAsync("Item.child", async context => await Loader<NextLoader>(context).LoadRequiredAsync(context.Parent<int>()))
            .OnAsync("Item.many", async context => await Letters(context).LoadAsync([context.Parent<int>(), context.Parent<int>() + 1]))
            .OnAsync("Item.word", async context => await Loader<WordLoader>(context).LoadAsync($"{context.Parent<int>()} {context.Parent<int>() + 1}"))
            .OnAsync("Item.two", TwoAsync)
            .OnAsync("Item.yielded", async context =>
            {
                var letters = Letters(context);
                await Task.Yield();
                return await letters.LoadAsync(context.Parent<int>());
            });
        engine.Options.BatchDeadline = Timeout.InfiniteTimeSpan;
        return engine;
    }

    private static T Loader<T>(IResolverContext context)
        where T : notnull => context.Services.GetRequiredService<T>();

    private static LetterLoader Letters(IResolverContext context) => Loader<LetterLoader>(context);

    private static async Task<object?> TwoAsync(IResolverContext context)
    {
        var (letters, id) = (Letters(context), context.Parent<int>());
        var both = await Task.WhenAll(letters.LoadAsync(id), letters.LoadAsync(id + 10));
        return string.Concat(both) + await letters.LoadAsync(id + 20);
    }

    [Fact]
    public async Task The_items_of_a_list_are_loaded_in_one_batch()
    {
        Assert.Equal("""{"items":[{"letter":"A"},{"letter":"B"},{"letter":"C"}]}""", await Create().DataAsync("{ items(n: 3) { letter } }"));
        Assert.Equal(["1,2,3"], Batches);
    }

    [Fact]
    public async Task Each_level_makes_one_batch_and_one_only()
    {
        Assert.Equal(
            """{"items":[{"child":{"letter":"B","child":{"letter":"C"}}},{"child":{"letter":"C","child":{"letter":"D"}}}]}""",
            await Create().DataAsync("{ items(n: 2) { child { letter child { letter } } } }"));
        Assert.Equal(["2,3", "4", "next 1,2", "next 3"], Batches.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_caller_that_waits_for_two_loads_counts_once()
    {
        Assert.Equal("""{"items":[{"two":"AKU"},{"two":"BLV"}]}""", await Create().DataAsync("{ items(n: 2) { two } }"));
        Assert.Equal(["1,11,2,12", "21,22"], Batches);
    }

    [Fact]
    public async Task Many_keys_of_one_call_are_in_one_batch()
    {
        Assert.Equal("""{"items":[{"many":["A","B"]},{"many":["B","C"]}]}""", await Create().DataAsync("{ items(n: 2) { many } }"));
        Assert.Equal(["1,2,3"], Batches);
    }

    [Fact]
    public async Task A_batch_that_waits_for_another_loader_does_not_hold_it_back()
    {
        Assert.Equal("""{"items":[{"word":"AB"},{"word":"BC"}]}""", await Create().DataAsync("{ items(n: 2) { word } }"));
        Assert.Equal(["word 1 2,2 3", "1,2,3"], Batches);
    }

    [Fact]
    public async Task Loads_after_other_waits_still_share_a_batch()
    {
        Assert.Equal("""{"items":[{"yielded":"A"},{"yielded":"B"},{"yielded":"C"}]}""", await Create().DataAsync("{ items(n: 3) { yielded } }"));
        Assert.Equal("1,2,3", string.Join(',', Assert.Single(Batches).Split(',').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_resolver_that_waits_for_something_else_holds_loads_back_until_it_loads_too()
    {
        var other = new TaskCompletionSource();
        var engine = Create().OnAsync("Query.slow", async context =>
        {
            await other.Task;
            return await Loader<NextLoader>(context).LoadAsync(4);
        });
        var asked = engine.DataAsync("{ item(id: 1) { child { letter } } slow { letter } }");
        Assert.Empty(Batches);
        other.SetResult();
        Assert.Equal("""{"item":{"child":{"letter":"B"}},"slow":{"letter":"E"}}""", await asked);
        Assert.Equal(["next 1,4", "2,5"], Batches);
    }

    [Fact]
    public async Task A_resolver_that_holds_no_loader_and_has_none_below_holds_nothing_back()
    {
        var other = new TaskCompletionSource<object?>();
        var asked = Create().OnAsync("Query.never", _ => other.Task).DataAsync("{ never item(id: 1) { letter } }");
        Assert.Equal(["1"], Batches);
        other.SetResult(5);
        Assert.Equal("""{"never":5,"item":{"letter":"A"}}""", await asked);
    }

    [Fact]
    public async Task A_deadline_frees_loads_from_a_resolver_that_takes_long()
    {
        var other = new TaskCompletionSource<object?>();
        var engine = Create().OnAsync("Query.slow", _ => other.Task);
        engine.Options.BatchDeadline = TimeSpan.FromMilliseconds(1);
        engine.OnAsync("Item.unrelated", async context =>
        {
            var letter = await Letters(context).LoadAsync(context.Parent<int>());
            other.SetResult(2);
            return letter;
        });
        Assert.Equal("""{"slow":{"letter":"B"},"item":{"unrelated":"A"}}""", await engine.DataAsync("{ slow { letter } item(id: 1) { unrelated } }"));
    }

    [Fact]
    public async Task A_process_that_stood_still_past_the_deadline_has_not_reached_it()
    {
        var (other, timer) = (new TaskCompletionSource<object?>(), new HandTimer());
        var engine = Create(timer).OnAsync("Query.slow", _ => other.Task).OnAsync("Item.unrelated", async context =>
        {
            var letter = await Letters(context).LoadAsync(context.Parent<int>());
            other.SetResult(2);
            return letter;
        });
        engine.Options.BatchDeadline = TimeSpan.FromMilliseconds(500);
        engine.Options.ExecutionTimeout = Timeout.InfiniteTimeSpan; // The clock has one timer: the deadline's.
        var asked = engine.DataAsync("{ slow { letter } item(id: 1) { unrelated } }");
        for (var tick = 0; tick < 8; tick++)
        {
            await timer.IsSetAsync();
            Assert.Empty(Batches);
            timer.Fire();
        }

        Assert.Equal("""{"slow":{"letter":"B"},"item":{"unrelated":"A"}}""", await asked);
    }

    [Fact]
    public async Task A_deadline_of_zero_waits_for_nobody()
    {
        var other = new TaskCompletionSource<object?>();
        var engine = Create().OnAsync("Query.slow", _ => other.Task);
        engine.Options.BatchDeadline = TimeSpan.Zero;
        var asked = engine.DataAsync("{ slow { letter } item(id: 1) { letter } }");
        Assert.Equal(["1"], Batches);
        other.SetResult(2);
        await asked;
    }

    [Fact]
    public async Task A_failed_batch_fails_every_position_that_asked_for_it()
    {
        var (data, errors) = await Create().OutcomeAsync("{ items(n: 2) { a: child { letter } b: child { letter } } item(id: 13) { child { letter } } }");
        Assert.Contains("\"item\":{\"child\":null}", data, StringComparison.Ordinal);
        Assert.Equal(5, errors.Length);
        Assert.All(errors, error => Assert.EndsWith("Unexpected Execution Error", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_required_value_that_is_missing_fails_its_position_only()
    {
        var (data, errors) = await Create().OutcomeAsync("{ a: item(id: 1000000) { child { letter } } b: item(id: 1) { child { letter } } }");
        Assert.Equal("""{"a":{"child":null},"b":{"child":{"letter":"B"}}}""", data);
        Assert.Equal(["a.child: Unexpected Execution Error"], errors);
    }

    [Fact]
    public async Task A_load_that_nobody_waits_for_keeps_nobody_waiting()
    {
        var engine = Create().On("Item.abandoned", context =>
        {
            _ = Letters(context).LoadAsync(context.Parent<int>());
            return "done";
        });
        Assert.Equal("""{"items":[{"abandoned":"done","letter":"A"},{"abandoned":"done","letter":"B"}]}""", await engine.DataAsync("{ items(n: 2) { abandoned letter } }"));
        Assert.Equal(["1,2"], Batches);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_keep_the_others_waiting()
    {
        using var impatience = new CancellationTokenSource();
        var engine = Create()
            .OnAsync("Query.later", async context =>
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                {
                    var load = Letters(context).LoadAsync(7, impatience.Token);
                    impatience.Cancel();
                    await load;
                });
                return 5;
            });
        Assert.Equal("""{"later":{"letter":"E"},"item":{"letter":"A"}}""", await engine.DataAsync("{ later { letter } item(id: 1) { letter } }"));
    }

    [Fact]
    public async Task A_thousand_callers_of_one_key_continue_without_exhausting_the_stack()
    {
        var data = await Create().DataAsync("{ items(n: 5000) { x: child { __typename } } }");
        Assert.Equal(5000, data.Split("__typename").Length - 1);
        Assert.Equal(5, Batches.Count);
    }

    [Fact]
    public async Task A_resolver_that_keeps_its_thread_is_reported_once()
    {
        var log = new WarningLog();
        var server = BlockingServer(log);
        for (var request = 0; request < 4; request++) (await server.ExecuteAsync(Blocking())).Dispose();
        Assert.Equal(["Query.a kept its thread for 60 ms", "Query.a kept its thread for 60 ms"], log.Lines.Select(line => line.Split(" before")[0]));
    }

    [Fact]
    public async Task The_first_call_of_a_resolver_may_take_long_because_it_also_warms_up()
    {
        var log = new WarningLog();
        (await BlockingServer(log).ExecuteAsync(Blocking())).Dispose();
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_call_that_began_before_the_first_one_was_over_warms_up_as_well()
    {
        var log = new WarningLog();
        var requests = 0;
        GraphQLServer server = null!;
        Task<ExecutionResult>? beside = null;
        server = BlockingServer(log, () =>
        {
            if (++requests == 1) beside = server.ExecuteAsync(Blocking("{ a }"));
        });
        (await server.ExecuteAsync(Blocking("{ a }"))).Dispose();
        (await beside!).Dispose();
        Assert.Equal(2, requests);
        Assert.Empty(log.Lines);
    }

    private static GraphQLRequest Blocking(string document = "{ a x: a }") => new() { Document = Encoding.UTF8.GetBytes(document) };

    /// <summary>Every look at its clock is 60 ms after the last one, so that every resolver seems to take that long.</summary>
    private static GraphQLServer BlockingServer(WarningLog log, Action? meanwhile = null)
    {
        var schema = SdlSchemaBuilder.Build("type Query { a: Int b: Int }", _ => _ =>
        {
            meanwhile?.Invoke();
            return new ValueTask<object?>(1);
        });
        return new GraphQLServer(schema, time: new SteppingTime(TimeSpan.FromMilliseconds(60)), logger: log);
    }
}
