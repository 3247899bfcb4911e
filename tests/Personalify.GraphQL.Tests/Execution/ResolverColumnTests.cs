using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using static Personalify.GraphQL.Tests.Execution.ColumnModel;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>One job for a field of all objects of a list. The deadline is off, so that a wrong count is a request that never ends.</summary>
public abstract class ResolverColumnTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton<FetchLog>().AddSingleton<Gate>().AddScoped<Scoped>()
        .AddDataLoader<LetterLoader>().AddDataLoader<NextLoader>().BuildServiceProvider();

    private readonly Schema _schema;
    private readonly GraphQLServer _server;

    private protected ResolverColumnTests(Bindings bindings)
    {
        _schema = new SchemaBuilder().AddQueryType<Query>().AddType(typeof(ItemFields)).AddType(typeof(OtherFields)).BuildWith(bindings);
        _server = new GraphQLServer(_schema, new RequestExecutorOptions { BatchDeadline = Timeout.InfiniteTimeSpan });
    }

    public sealed class ByGeneratedCode() : ResolverColumnTests(Bindings.Generated);

    public sealed class ByCompiledCode() : ResolverColumnTests(Bindings.Compiled);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services.DisposeAsync();
    }

    private IReadOnlyList<string> Batches => _services.GetRequiredService<FetchLog>().Batches;

    private Gate Gates => _services.GetRequiredService<Gate>();

    [Theory]
    [InlineData("letter", true)]
    [InlineData("scope", true)]
    [InlineData("path", false)]
    public void A_resolver_that_is_given_its_call_keeps_it_and_others_do_not(string field, bool isMomentary)
    {
        var read = ((ObjectType)_schema.Types["Item"]).Fields[field];
        Assert.Equal(isMomentary, read.MomentaryResolver is not null && read.MomentaryResolver == read.Resolver);
    }

    [Theory]
    [InlineData("{ items(n: 3) { letter } }", """{"items":[{"letter":"A"},{"letter":"B"},{"letter":"C"}]}""", "1,2,3")]
    [InlineData("{ items(n: 2) { two } }", """{"items":[{"two":"AKU"},{"two":"BLV"}]}""", "1,11,2,12; 21,22")]
    [InlineData("{ items(n: 2) { a: letter(plus: 2) b: letter } }", """{"items":[{"a":"C","b":"A"},{"a":"D","b":"B"}]}""", "3,4,1,2")]
    [InlineData("{ items(n: 2) { child { letter child { letter } } } }", """{"items":[{"child":{"letter":"B","child":{"letter":"C"}}},{"child":{"letter":"C","child":{"letter":"D"}}}]}""", "next 1,2; 2,3; next 3; 4")]
    [InlineData("{ table { letter } }", """{"table":[[{"letter":"A"},{"letter":"B"}],[],[{"letter":"C"}]]}""", "1,2,3")]
    [InlineData("{ any(n: 6) { ... on Item { letter } ... on Other { letter } } }", """{"any":[{"letter":"A"},{"letter":"L"},{"letter":"C"},{"letter":"N"},null,{"letter":"P"}]}""", "1,3,12,14,16")]
    public async Task Loads_of_all_objects_go_together(string query, string data, string batches)
    {
        Assert.Equal(data, await DataAsync(query));
        Assert.Equal(batches.Split("; ").Order(StringComparer.Ordinal), Batches.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Loads_after_other_waits_still_share_a_batch()
    {
        Assert.Equal("""{"items":[{"yielded":"A"},{"yielded":"B"}]}""", await DataAsync("{ items(n: 2) { yielded } }"));
        Assert.Equal("1,2", string.Join(',', Assert.Single(Batches).Split(',').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_long_list_is_one_batch_too()
    {
        Assert.Equal(200, (await DataAsync("{ items(n: 200) { letter } }")).Split("letter").Length - 1);
        Assert.Equal(string.Join(',', Enumerable.Range(1, 200)), Assert.Single(Batches));
    }

    [Fact]
    public async Task A_call_that_waits_for_something_else_holds_loads_back_until_it_loads_too()
    {
        var asked = DataAsync("{ items(n: 3) { late } }");
        Assert.Empty(Batches);
        Gates.Of(1).SetResult(null);
        Assert.Equal("""{"items":[{"late":"A"},{"late":"B"},{"late":"C"}]}""", await asked);
        Assert.Equal("1,2,3", string.Join(',', Assert.Single(Batches).Split(',').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Calls_that_hold_no_loader_hold_nothing_back()
    {
        var asked = DataAsync("{ items(n: 2) { gated letter } }");
        Assert.Equal(["1,2"], Batches);
        Gates.Of(2).SetResult("b");
        Assert.False(asked.IsCompleted);
        Gates.Of(1).SetResult("a");
        Assert.Equal("""{"items":[{"gated":"a","letter":"A"},{"gated":"b","letter":"B"}]}""", await asked);
    }

    [Fact]
    public async Task Results_that_are_there_wait_for_none_that_are_not()
    {
        var asked = DataAsync("{ items(n: 4) { maybe } }");
        Gates.Of(3).SetResult("3");
        Gates.Of(1).SetResult("1");
        Assert.Equal("""{"items":[{"maybe":"1"},{"maybe":"now"},{"maybe":"3"},{"maybe":"now"}]}""", await asked);
    }

    /// <summary>Each result comes on a thread of its own, in any order, often while the loop takes others.</summary>
    [Fact]
    public async Task Results_may_come_from_many_threads_at_once()
    {
        const int Items = 150;
        var expected = $$"""{"items":[{{string.Join(',', Enumerable.Range(1, Items).Select(id => $$"""{"gated":"{{id}}"}"""))}}]}""";
        for (var run = 0; run < 200; run++)
        {
            var gates = new Gate();
            await using var services = new ServiceCollection().AddSingleton(gates).BuildServiceProvider();
            var asked = DataAsync($$"""{ items(n: {{Items}}) { gated } }""", services);
            var ids = Enumerable.Range(1, Items).ToArray();
            new Random(run).Shuffle(ids);
            Parallel.ForEach(ids, id => gates.Of(id).SetResult($"{id}"));
            Assert.Equal(expected, await asked);
        }
    }

    [Theory]
    [InlineData("{ items(n: 3) { throws } }", """{"items":[{"throws":"A"},{"throws":null},{"throws":"C"}]}""", "items.1.throws")]
    [InlineData("{ any(n: 4) { ... on Item { fails } } }", """{"any":[{"fails":"A"},{},null,{}]}""", "any.2.fails")]
    [InlineData("{ any(n: 4) { ... on Item { letter } } items(n: 3) { fails } }", "null", "items.2.fails")]
    public async Task A_call_that_fails_leaves_the_others_alone(string query, string data, string errors)
    {
        using var result = await ExecuteAsync(query, _services);
        Assert.Equal(data, Text(result));
        Assert.Equal(errors, string.Join(' ', result.Errors.Select(error => string.Join('.', error.Path!))));
    }

    [Fact]
    public async Task Each_call_has_services_of_its_own()
    {
        var numbers = (await DataAsync("{ items(n: 3) { scope } }")).Split("scope\":").Skip(1).Select(text => text.Split('}')[0]);
        Assert.Equal(3, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_resolver_may_look_at_its_own_call_whenever_it_likes() => Assert.Equal(
        """{"items":[{"path":"items.0.path of 1"},{"path":"items.1.path of 2"}]}""", await DataAsync("{ items(n: 2) { path } }"));

    [Fact]
    public async Task What_completes_after_the_request_was_given_up_reaches_nobody()
    {
        using var cancellation = new CancellationTokenSource();
        var asked = _server.ExecuteAsync(Request("{ items(n: 3) { gated } }", _services), cancellation.Token);
        await cancellation.CancelAsync();
        using (var result = await asked) Assert.Equal("The client has gone away.", Assert.Single(result.Errors).Message);
        Gates.Of(1).SetResult("late");
        Gates.Of(2).SetException(new InvalidOperationException("late"));
        Gates.Of(3).SetCanceled(cancellation.Token);
        Assert.Equal("""{"items":[{"letter":"A"},{"letter":"B"}]}""", await DataAsync("{ items(n: 2) { letter } }"));
    }

    private Task<string> DataAsync(string query) => DataAsync(query, _services);

    private async Task<string> DataAsync(string query, ServiceProvider services)
    {
        using var result = await ExecuteAsync(query, services);
        Assert.Equal([], result.Errors.Select(error => error.Exception?.ToString() ?? error.Message));
        return Text(result);
    }

    private Task<ExecutionResult> ExecuteAsync(string query, ServiceProvider services) => _server.ExecuteAsync(Request(query, services));

    private static GraphQLRequest Request(string query, ServiceProvider services) => new() { Document = Encoding.UTF8.GetBytes(query), Services = services };

    private static string Text(ExecutionResult result) => Encoding.UTF8.GetString(result.Data.Span);
}
