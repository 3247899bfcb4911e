using Personalify.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>
/// Twenty parents, three loaders on each of two levels: one batch for each loader and level, in every one of a thousand runs, however busy the
/// machine is. That is what counting guarantees, so the deadline never passes here; what it does when it passes is
/// <see cref="BatchingTests"/>'s. Alone in the process, because they keep the thread pool busy.
/// </summary>
[Collection(nameof(BatchCountTests))]
public sealed class BatchCountTests
{
    private const int Runs = 1000;
    private const int Parents = 20;

    private const string Sdl = """
        type Query { parents: [Node] }
        type Node { a: Node  b: Node  c: Node  yieldedA: Node  yieldedB: Node  yieldedC: Node }
        """;

    private const string Direct = "{ parents { a { a { __typename } b { __typename } } b { b { __typename } c { __typename } } c { a { __typename } c { __typename } } } }";

    private static readonly string Yielded = Direct.Replace("a {", "x: yieldedA {", StringComparison.Ordinal)
        .Replace("b {", "y: yieldedB {", StringComparison.Ordinal).Replace("c {", "z: yieldedC {", StringComparison.Ordinal);

    /// <summary>Each loader is asked once by the parents and once by their children.</summary>
    private static readonly string[] Expected = ["A", "A", "B", "B", "C", "C"];

    [Fact]
    public Task Loaders_alone() => RunOneByOneAsync(Direct);

    [Fact]
    public Task With_other_waits_before_each_load() => RunOneByOneAsync(Yielded);

    [Fact]
    public Task Loaders_alone_without_free_threads() => RunStarvedAsync(Direct);

    [Fact]
    public Task With_other_waits_before_each_load_without_free_threads() => RunStarvedAsync(Yielded);

    private static async Task RunOneByOneAsync(string query)
    {
        var engine = CreateEngine();
        for (var run = 0; run < Runs; run++) Assert.Equal(Expected, await RunAsync(engine, query));
    }

    /// <summary>All runs at once, on a pool whose threads are taken by others.</summary>
    private static async Task RunStarvedAsync(string query)
    {
        var engine = CreateEngine();
        using var end = new ManualResetEventSlim();
        for (var i = ThreadPool.ThreadCount + Environment.ProcessorCount; i > 0; i--) ThreadPool.UnsafeQueueUserWorkItem(_ => end.Wait(), null);
        try
        {
            var runs = await Task.WhenAll(Enumerable.Range(0, Runs).Select(_ => Task.Run(() => RunAsync(engine, query))));
            Assert.All(runs, batches => Assert.Equal(Expected, batches));
        }
        finally
        {
            end.Set();
        }
    }

    private static async Task<string[]> RunAsync(Engine engine, string query)
    {
        var log = new FetchLog();
        await using var services = Services(log);
        using var result = await engine.Server.ExecuteAsync(engine.Request(query) with { Services = services });
        Assert.Empty(result.Errors);
        return [.. log.Batches.Order(StringComparer.Ordinal)];
    }

    private static ServiceProvider Services(FetchLog log) => new ServiceCollection().AddSingleton(log)
        .AddDataLoader<LoaderA>().AddDataLoader<LoaderB>().AddDataLoader<LoaderC>().BuildServiceProvider();

    private static Engine CreateEngine()
    {
        var engine = new Engine(Sdl).On("Query.parents", _ => Enumerable.Range(1, Parents).Cast<object>().ToArray());
        engine.Options.BatchDeadline = Timeout.InfiniteTimeSpan;
        engine.Options.ExecutionTimeout = TimeSpan.FromMinutes(5); // A request that waits for nothing ends, by an error.
        Add<LoaderA>("A", 100);
        Add<LoaderB>("B", 200);
        Add<LoaderC>("C", 300);
        return engine;

        void Add<TLoader>(string letter, int step)
            where TLoader : IDataLoader<int, object>
        {
            static TLoader Loader(IResolverContext context) => context.Services.GetRequiredService<TLoader>();
            engine.OnAsync($"Node.{letter.ToLowerInvariant()}", context => Loader(context).LoadAsync(context.Parent<int>() + step));
            engine.OnAsync($"Node.yielded{letter}", async context =>
            {
                var loader = Loader(context);
                await Task.Yield();
                return await loader.LoadAsync(context.Parent<int>() + step);
            });
        }
    }

    private class NumberLoader(IBatchScheduler scheduler, FetchLog log, string name) : BatchDataLoader<int, object>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add([name]);
            await Task.Yield();
            return keys.ToDictionary(key => key, key => (object)key);
        }
    }

    private sealed class LoaderA(IBatchScheduler scheduler, FetchLog log) : NumberLoader(scheduler, log, "A");

    private sealed class LoaderB(IBatchScheduler scheduler, FetchLog log) : NumberLoader(scheduler, log, "B");

    private sealed class LoaderC(IBatchScheduler scheduler, FetchLog log) : NumberLoader(scheduler, log, "C");
}

[CollectionDefinition(nameof(BatchCountTests), DisableParallelization = true)]
public sealed class BatchCountGroup;
