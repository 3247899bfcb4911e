using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Tests.DataLoading;

namespace Personalify.GraphQL.Tests.Execution.Instrumentation;

public sealed class DataLoaderDiagnosticEventListenerTests : IDisposable
{
    private readonly HeardEvents _log = new();
    private readonly FetchLog _fetched = new();
    private readonly ServiceProvider _services;
    private readonly Engine _engine;

    public DataLoaderDiagnosticEventListenerTests()
    {
        _services = new ServiceCollection().AddSingleton(_fetched)
            .AddDataLoader<LetterLoader>().AddDataLoader<FailingLoader>().AddDataLoader<FussyLoader>().BuildServiceProvider();
        _engine = new Engine("type Query { letter(of: Int!): String fails: String fussy: [String] }") { Services = _services }
            .OnAsync("Query.letter", async context => await context.Services.GetRequiredService<LetterLoader>().LoadAsync(context.ArgumentValue<int>("of")))
            .OnAsync("Query.fails", async context => await context.Services.GetRequiredService<FailingLoader>().LoadAsync(1))
            .OnAsync("Query.fussy", async context => await context.Services.GetRequiredService<FussyLoader>().LoadAsync([1, 2]));
        _engine.Listeners.Add(new RecordingLoaderListener(_log));
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_batch_is_told_with_its_keys_what_it_found_and_who_asked_again()
    {
        await _engine.AskAsync("{ a: letter(of: 1) b: letter(of: 2) again: letter(of: 1) none: letter(of: 99) }");

        Assert.Equal(["again 1", "+LetterLoader 1,2,99", "found A", "found B", "nothing", "-LetterLoader 1,2,99"], _log.Events);
    }

    [Fact]
    public async Task A_batch_that_fails_is_told_with_its_failure()
    {
        await _engine.AskAsync("{ fails }");

        Assert.Equal(["+FailingLoader 1", "batch failed: No store.", "-FailingLoader 1"], _log.Events);
    }

    [Fact]
    public async Task A_key_that_fails_alone_is_told_alone()
    {
        await _engine.AskAsync("{ fussy }");

        Assert.Equal(["+FussyLoader 1,2", "found 1", "nothing", "2 failed: Not this one.", "-FussyLoader 1,2"], _log.Events);
    }

    [Fact]
    public async Task Several_listeners_hear_the_same()
    {
        _engine.Listeners.Add(new RecordingLoaderListener(_log));

        await _engine.AskAsync("{ letter(of: 1) }");

        Assert.Equal(["+LetterLoader 1", "+LetterLoader 1", "found A", "found A", "-LetterLoader 1", "-LetterLoader 1"], _log.Events);
    }

    private sealed class FailingLoader(IBatchScheduler scheduler) : BatchDataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("No store.");
    }

    private sealed class FussyLoader(IBatchScheduler scheduler) : DataLoaderBase<int, string>(scheduler)
    {
        protected internal override Task FetchAsync(
            IReadOnlyList<int> keys, Memory<Result<string>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            for (var i = 0; i < keys.Count; i++)
                results.Span[i] = keys[i] == 1 ? Result.Found("1") : Result.Failed<string>(new InvalidOperationException("Not this one."));
            return Task.CompletedTask;
        }
    }
}
