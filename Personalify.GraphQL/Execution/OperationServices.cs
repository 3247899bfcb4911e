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

    private readonly List<AsyncServiceScope> _scopes = [];
    private readonly SingletonServices? _singletons = services.GetService<SingletonServices>();
    private readonly Dictionary<Type, object?> _found = [];
    private DataLoaderScope? _loaders;
    private IServiceProvider? _shared;

    /// <summary>The operation's own services.</summary>
    public IServiceProvider Shared => Volatile.Read(ref _shared) ?? OpenShared();

    /// <summary>A service that needs no scope, or <c>null</c>.</summary>
    public object? FindSingleton(Type type) => _singletons?.Find(type);

    /// <summary>The operation's loader of a type. Asked for by nearly every resolver, so it is found without a way through the container.</summary>
    public object? FindLoader(Type type)
    {
        lock (_found)
        {
            if (!_found.TryGetValue(type, out var loader)) _found[type] = loader = Shared.GetService(type);
            return loader;
        }
    }

    public IServiceProvider CreateScope()
    {
        _ = Shared;
        var scope = Open();
        _loaders!.Share(scope);
        return scope;
    }

    /// <summary>What one write has changed, the next field must not read from a cache.</summary>
    public void ClearLoaders() => _loaders?.ClearCaches();

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync().ConfigureAwait(false);
    }

    private IServiceProvider OpenShared()
    {
        lock (_scopes)
        {
            if (_shared is not null) return _shared;
            var shared = Open();
            _loaders = new DataLoaderScope(shared, scheduler);
            Volatile.Write(ref _shared, shared);
            return shared;
        }
    }

    private IServiceProvider Open()
    {
        var scope = _services.CreateAsyncScope();
        lock (_scopes) _scopes.Add(scope);
        return scope.ServiceProvider;
    }
}
