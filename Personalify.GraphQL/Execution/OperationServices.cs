using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The service scopes of one operation, each opened when it is first needed. They all hand out the same DataLoaders and live until
/// the response is written, because values may be read from their objects until then.
/// </summary>
internal sealed class OperationServices(IServiceProvider? services, RequestScheduler scheduler) : IAsyncDisposable
{
    private readonly IServiceProvider _services =
        services ?? throw new InvalidOperationException("A resolver asked for services, but the request has none: set GraphQLRequest.Services.");

    private List<AsyncServiceScope>? _scopes;
    private readonly SingletonServices? _singletons = services.GetService<SingletonServices>();
    private (Type Type, object? Loader)[] _found = [];
    private DataLoaderScope? _loaders;
    private IServiceProvider? _shared;

    /// <summary>The operation's own services.</summary>
    public IServiceProvider Shared => Volatile.Read(ref _shared) ?? OpenShared();

    /// <summary>The operation's loaders.</summary>
    public DataLoaderScope Loaders => Volatile.Read(ref _loaders) ?? AddLoaders();

    /// <summary>A service that needs no scope, or <c>null</c>.</summary>
    public object? FindSingleton(Type type) => _singletons?.Find(type);

    /// <summary>
    /// The operation's loader of a type. Nearly every resolver asks for one, and there are few: they are looked through without a lock or a way
    /// through the container.
    /// </summary>
    public object? FindLoader(Type type)
    {
        foreach (var (known, loader) in Volatile.Read(ref _found))
        {
            if (known == type) return loader;
        }

        return AddLoader(type);
    }

    private object? AddLoader(Type type)
    {
        var loader = Loaders.Find(type) ?? Shared.GetService(type);
        lock (this) Volatile.Write(ref _found, [.. _found, (type, loader)]);
        return loader;
    }

    public IServiceProvider CreateScope()
    {
        var scope = Open();
        Loaders.Share(scope);
        return scope;
    }

    /// <summary>What one write has changed, the next field must not read from a cache.</summary>
    public void ClearLoaders() => _loaders?.ClearCaches();

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes ?? []) await scope.DisposeAsync().ConfigureAwait(false);
        _loaders?.Release();
    }

    private DataLoaderScope AddLoaders()
    {
        lock (this) return _loaders ??= new DataLoaderScope(_services, () => Shared, scheduler);
    }

    private IServiceProvider OpenShared()
    {
        lock (this)
        {
            if (_shared is not null) return _shared;
            var shared = Open();
            Loaders.Share(shared);
            Volatile.Write(ref _shared, shared);
            return shared;
        }
    }

    private IServiceProvider Open()
    {
        var scope = _services.CreateAsyncScope();
        lock (this) (_scopes ??= []).Add(scope);
        return scope.ServiceProvider;
    }
}
