using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The service scopes of one operation. They all hand out the same DataLoaders and live until the response is written,
/// because values may be read from their objects until then.
/// </summary>
internal sealed class OperationServices : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly List<AsyncServiceScope> _scopes = [];
    private readonly DataLoaderScope _loaders;

    public OperationServices(IServiceProvider? services, RequestScheduler scheduler)
    {
        _services = services ?? throw new InvalidOperationException("A resolver asked for services, but the request has none: set GraphQLRequest.Services.");
        var scope = Open();
        Shared = scope.ServiceProvider;
        _loaders = new DataLoaderScope(Shared, scheduler);
    }

    /// <summary>The operation's own services.</summary>
    public IServiceProvider Shared { get; }

    public IServiceProvider CreateScope()
    {
        var services = Open().ServiceProvider;
        _loaders.Share(services);
        return services;
    }

    /// <summary>What one write has changed, the next field must not read from a cache.</summary>
    public void ClearLoaders() => _loaders.ClearCaches();

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync().ConfigureAwait(false);
    }

    private AsyncServiceScope Open()
    {
        var scope = _services.CreateAsyncScope();
        lock (_scopes) _scopes.Add(scope);
        return scope;
    }
}
