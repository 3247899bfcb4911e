using Personalify.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class MutationTests
{
    private const string Sdl = """
        type Query { x: Int }
        type Mutation { add(n: Int!): Sum  fail: Sum  failStrictly: Sum! }
        type Sum { total: Int  later: Int  loaded: String }
        """;

    private sealed class Counter
    {
        public int Total { get; set; }
    }

    private readonly Counter _counter = new();
    private readonly List<string> _log = [];

    private Engine Create(IServiceProvider? services = null) => new Engine(Sdl) { Services = services }
        .OnAsync("Mutation.add", AddAsync)
        .On("Mutation.fail", _ => throw new GraphQLException("no"))
        .On("Mutation.failStrictly", _ => throw new GraphQLException("never"))
        .OnPure("Sum.total", parent => ((Counter)parent).Total)
        .OnAsync("Sum.later", async context =>
        {
            await Task.Yield();
            _log.Add($"later {context.Parent<Counter>().Total}");
            return context.Parent<Counter>().Total;
        });

    private async Task<object?> AddAsync(IResolverContext context)
    {
        await Task.Yield();
        _counter.Total += context.ArgumentValue<int>("n");
        _log.Add($"add {_counter.Total}");
        return _counter;
    }

    [Fact]
    public async Task A_root_field_ends_with_all_that_is_below_it_before_the_next_begins()
    {
        var data = await Create().DataAsync("mutation { a: add(n: 1) { total later } b: add(n: 2) { later total } }");
        Assert.Equal("""{"a":{"total":1,"later":1},"b":{"later":3,"total":3}}""", data);
        Assert.Equal(["add 1", "later 1", "add 3", "later 3"], _log);
    }

    [Fact]
    public async Task A_payload_that_all_fields_share_is_written_before_the_next_field_changes_it() =>
        Assert.Equal(
            """{"a":{"total":1},"b":{"total":3},"c":{"total":6}}""",
            await Create().DataAsync("mutation { a: add(n: 1) { total } b: add(n: 2) { total } c: add(n: 3) { total } }"));

    [Fact]
    public async Task A_field_that_fails_does_not_stop_the_next()
    {
        var (data, errors) = await Create().OutcomeAsync("mutation { fail { total } add(n: 1) { total } }");
        Assert.Equal("""{"fail":null,"add":{"total":1}}""", data);
        Assert.Equal(["fail: no"], errors);
    }

    [Fact]
    public async Task A_null_that_reaches_the_root_stops_the_mutation()
    {
        var (data, errors) = await Create().OutcomeAsync("mutation { a: add(n: 1) { total } failStrictly { total } b: add(n: 2) { total } }");
        Assert.Equal("null", data);
        Assert.Equal(["failStrictly: never"], errors);
        Assert.Equal(["add 1"], _log);
    }

    [Fact]
    public async Task What_was_loaded_for_one_field_is_loaded_again_for_the_next()
    {
        await using var services = new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<LetterLoader>().BuildServiceProvider();
        var engine = Create(services).OnAsync("Sum.loaded", async context => await context.Services.GetRequiredService<LetterLoader>().LoadAsync(1));
        Assert.Equal(
            """{"a":{"loaded":"A"},"b":{"loaded":"A"}}""", await engine.DataAsync("mutation { a: add(n: 1) { loaded } b: add(n: 1) { loaded } }"));
        Assert.Equal(["1", "1"], services.GetRequiredService<FetchLog>().Batches);
    }

    [Fact]
    public async Task A_get_request_runs_no_mutation()
    {
        using var result = await Create().Server.ExecuteAsync(Create().Request("mutation { add(n: 1) { total } }") with { AllowMutation = false });
        Assert.Equal(RequestErrorKind.OperationNotAllowed, result.Kind);
        Assert.Empty(_log);
    }
}
