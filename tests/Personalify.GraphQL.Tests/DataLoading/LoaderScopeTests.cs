using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

/// <summary>Batches have services of their own where that matters, and only there.</summary>
public sealed class LoaderScopeTests
{
    private readonly ManualBatchScheduler _scheduler = new();

    [Fact]
    public async Task A_loader_that_needs_a_scoped_service_fetches_each_batch_with_another() =>
        Assert.Equal(2, (await FetchTwiceAsync<ScopedLoader>()).Distinct().Count());

    [Fact]
    public async Task A_loader_that_needs_only_singletons_and_other_loaders_fetches_by_itself()
    {
        var fetchers = await FetchTwiceAsync<SingletonLoader>();
        Assert.Single(fetchers.Distinct());
    }

    [Fact]
    public async Task A_loader_that_wants_the_requests_own_services_fetches_by_itself() =>
        Assert.Single((await FetchTwiceAsync<OriginalScopeLoader>()).Distinct());

    /// <summary>Which instance fetched each of two batches.</summary>
    private async Task<List<object>> FetchTwiceAsync<TLoader>()
        where TLoader : class, IDataLoader<int, object>
    {
        var fetchers = new Fetchers();
        await using var services = new ServiceCollection().AddSingleton(fetchers).AddScoped<Connection>().AddDataLoader<TLoader>().AddDataLoader<ScopedLoader>()
            .AddDataLoader<SingletonLoader>().BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();
        var loader = new DataLoaderScope(scope.ServiceProvider, _scheduler).Get<TLoader>();
        foreach (var key in new[] { 1, 2 })
        {
            var loaded = loader.LoadAsync(key);
            await _scheduler.DispatchAsync();
            Assert.Equal(key, await loaded);
        }

        return fetchers.All;
    }

    private sealed class Fetchers
    {
        public List<object> All { get; } = [];
    }

    private sealed class Connection;

    private sealed class OriginalScopeLoader(Fetchers fetchers, Connection connection, IBatchScheduler scheduler)
        : RecordingLoader(fetchers, scheduler, new DataLoaderOptions { ServiceScope = DataLoaderServiceScope.OriginalScope })
    {
        public Connection Connection => connection;
    }

    private abstract class RecordingLoader(Fetchers fetchers, IBatchScheduler scheduler, DataLoaderOptions? options = null) : BatchDataLoader<int, object>(scheduler, options)
    {
        protected override Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            fetchers.All.Add(this);
            return Task.FromResult<IReadOnlyDictionary<int, object>>(keys.ToDictionary(key => key, key => (object)key));
        }
    }

    private sealed class ScopedLoader(Fetchers fetchers, Connection connection, IBatchScheduler scheduler) : RecordingLoader(fetchers, scheduler)
    {
        public Connection Connection => connection;
    }

    private sealed class SingletonLoader(Fetchers fetchers, ScopedLoader other, IBatchScheduler scheduler) : RecordingLoader(fetchers, scheduler)
    {
        public ScopedLoader Other => other;
    }
}
