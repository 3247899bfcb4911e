using Personalify.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class CancellationTests
{
    private const string Sdl = "type Query { waits: Int ignores: Int quick: Int loads: String }  type Mutation { first: Int second: Int }";

    private static async Task<object?> WaitAsync(IResolverContext context)
    {
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
        return 1;
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_request()
    {
        using var client = new CancellationTokenSource();
        var asked = new Engine(Sdl).OnAsync("Query.waits", WaitAsync).ExecuteAsync("{ quick waits }", cancellationToken: client.Token);
        Assert.False(asked.IsCompleted);
        await client.CancelAsync();
        using var result = await asked;
        Assert.Equal(RequestErrorKind.Cancelled, result.Kind);
        Assert.Equal("HC0049", Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_ended_and_told_the_limit()
    {
        var engine = new Engine(Sdl).OnAsync("Query.waits", WaitAsync);
        engine.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(20);
        using var result = await engine.ExecuteAsync("{ waits }");
        Assert.Equal(RequestErrorKind.Cancelled, result.Kind);
        Assert.Equal("HC0045", Assert.Single(result.Errors).Code);
        Assert.Equal("The request took longer than the 0.02 seconds that it may take. Ask for less at once.", result.Errors[0].Message);
    }

    [Fact]
    public async Task A_resolver_that_ignores_its_token_does_not_hold_the_answer_back_but_keeps_its_services()
    {
        var end = new TaskCompletionSource();
        Connection connection = null!;
        await using var services = new ServiceCollection().AddScoped<Connection>().BuildServiceProvider();
        var engine = new Engine(Sdl) { Services = services }.OnAsync("Query.ignores", async context =>
        {
            connection = context.Services.GetRequiredService<Connection>();
            await end.Task;
            return null;
        });
        engine.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(20);
        using var result = await engine.ExecuteAsync("{ ignores }");
        Assert.Equal(RequestErrorKind.Cancelled, result.Kind);
        Assert.False(connection.Disposed.Task.IsCompleted);
        end.SetResult();
        await connection.Disposed.Task;
    }

    [Fact]
    public async Task A_cancelled_mutation_starts_no_further_field()
    {
        using var client = new CancellationTokenSource();
        var hasStarted = false;
        var engine = new Engine(Sdl)
            .OnAsync("Mutation.first", async _ =>
            {
                await client.CancelAsync();
                return 1;
            })
            .On("Mutation.second", _ => hasStarted = true);
        using var result = await engine.ExecuteAsync("mutation { first second }", cancellationToken: client.Token);
        Assert.Equal(RequestErrorKind.Cancelled, result.Kind);
        Assert.False(hasStarted);
    }

    [Fact]
    public async Task A_cancelled_request_fetches_no_further_batch()
    {
        using var client = new CancellationTokenSource();
        await using var services = new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<LetterLoader>().BuildServiceProvider();
        var engine = new Engine(Sdl) { Services = services }.OnAsync("Query.loads", async context =>
        {
            var load = context.Services.GetRequiredService<LetterLoader>().LoadAsync(1, context.RequestAborted);
            client.Cancel();
            return await load;
        });
        using var result = await engine.ExecuteAsync("{ loads }", cancellationToken: client.Token);
        Assert.Equal(RequestErrorKind.Cancelled, result.Kind);
        Assert.Empty(services.GetRequiredService<FetchLog>().Batches);
    }

    [Fact]
    public async Task A_cancellation_of_the_resolvers_own_is_an_error_like_any_other()
    {
        var engine = new Engine(Sdl).OnAsync("Query.waits", _ => throw new OperationCanceledException("own"));
        Assert.Equal(["waits: Unexpected Execution Error"], (await engine.OutcomeAsync("{ waits }")).Errors);
    }

    private sealed class Connection : IDisposable
    {
        public TaskCompletionSource Disposed { get; } = new();

        public void Dispose() => Disposed.SetResult();
    }
}
