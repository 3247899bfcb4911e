using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Tests.DataLoading;

public sealed class DataLoaderScopeTests
{
    private readonly ManualBatchScheduler _scheduler = new();

    [Fact]
    public async Task All_service_scopes_of_a_request_share_one_loader()
    {
        await using var services = new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<LetterLoader>().BuildServiceProvider();
        await using var request = services.CreateAsyncScope();
        var loaders = new DataLoaderScope(request.ServiceProvider, _scheduler);
        await using var one = loaders.CreateServiceScope();
        await using var other = loaders.CreateServiceScope();
        Assert.Same(one.ServiceProvider.GetRequiredService<LetterLoader>(), other.ServiceProvider.GetRequiredService<LetterLoader>());
    }

    [Fact]
    public async Task A_loader_is_found_by_its_interface_too()
    {
        await using var services = new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<IDataLoader<int, string>, LetterLoader>().BuildServiceProvider();
        var loaders = new DataLoaderScope(services, _scheduler);
        await using var scope = loaders.CreateServiceScope();
        Assert.Same(loaders.Get<LetterLoader>(), scope.ServiceProvider.GetRequiredService<IDataLoader<int, string>>());
    }

    [Fact]
    public async Task Each_batch_has_services_of_its_own_that_end_with_it()
    {
        var connections = new List<Connection>();
        await using var services = new ServiceCollection().AddSingleton(connections).AddScoped<Connection>().AddDataLoader<ConnectionLoader>().BuildServiceProvider();
        var loader = new DataLoaderScope(services.CreateAsyncScope().ServiceProvider, _scheduler).Get<ConnectionLoader>();
        connections.Clear();
        var load = loader.LoadAsync([1, 2, 3]);
        await _scheduler.DispatchAsync();
        Assert.Equal(3, (await load).Distinct().Count());
        Assert.Equal(3, connections.Count);
        Assert.All(connections, connection => Assert.True(connection.IsDisposed));
    }

    [Fact]
    public async Task What_is_asked_for_by_a_key_belongs_to_its_batch_even_where_there_is_one_for_all_without_a_key()
    {
        var connections = new List<Connection>();
        var collection = new ServiceCollection().AddSingleton(connections).AddSingleton<Connection>().AddKeyedScoped<Connection>("store").AddDataLoader<KeyedLoader>();
        await using var services = collection.AddSingletonServices().BuildServiceProvider();
        var loader = new DataLoaderScope(services.CreateAsyncScope().ServiceProvider, _scheduler).Get<KeyedLoader>();
        var load = loader.LoadAsync([1, 2]);
        await _scheduler.DispatchAsync();
        var loaded = await load;
        Assert.Equal(2, loaded.Distinct().Count());
        Assert.All(loaded, connection => Assert.True(connection!.IsDisposed));
    }

    [Fact]
    public async Task Outside_of_a_request_there_is_no_loader()
    {
        await using var services = new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<LetterLoader>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var error = Assert.Throws<InvalidOperationException>(scope.ServiceProvider.GetRequiredService<LetterLoader>);
        Assert.StartsWith("A DataLoader was asked for outside of a GraphQL request.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loader_that_needs_itself_is_told_so()
    {
        await using var services = new ServiceCollection().AddDataLoader<CircularLoader>().AddScoped<CircularService>().BuildServiceProvider();
        await using var request = services.CreateAsyncScope();
        var loaders = new DataLoaderScope(request.ServiceProvider, _scheduler);
        var error = Assert.Throws<InvalidOperationException>(loaders.Get<CircularLoader>);
        Assert.StartsWith("CircularLoader needs itself", error.Message, StringComparison.Ordinal);
    }

    private sealed class Connection : IDisposable
    {
        public Connection(List<Connection> all) => all.Add(this);

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class ConnectionLoader(IBatchScheduler scheduler, Connection connection) : BatchDataLoader<int, Connection>(scheduler, new DataLoaderOptions { MaxBatchSize = 1 })
    {
        protected override async Task<IReadOnlyDictionary<int, Connection>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            ObjectDisposedException.ThrowIf(connection.IsDisposed, connection);
            return keys.ToDictionary(key => key, _ => connection);
        }
    }

    private sealed class KeyedLoader(IBatchScheduler scheduler, [FromKeyedServices("store")] Connection connection)
        : BatchDataLoader<int, Connection>(scheduler, new DataLoaderOptions { MaxBatchSize = 1 })
    {
        protected override Task<IReadOnlyDictionary<int, Connection>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, Connection>>(keys.ToDictionary(key => key, _ => connection));
    }

    private sealed record CircularService(CircularLoader Loader);

    private sealed class CircularLoader(IBatchScheduler scheduler, CircularService service) : CacheDataLoader<int, CircularService>(scheduler)
    {
        protected override Task<CircularService?> LoadSingleAsync(int key, CancellationToken cancellationToken) => Task.FromResult<CircularService?>(service);
    }
}
