using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// The loaders of one request: one instance of each, whichever of the request's service scopes asks for it.
/// </summary>
public sealed class DataLoaderScope
{
    private readonly IServiceProvider _services;
    private readonly SingletonServices? _singletons;
    private readonly Dictionary<Type, IDataLoader?> _loaders = [];
    private readonly Lock _gate = new();

    /// <summary>Starts without loaders; each is made when it is first asked for.</summary>
    /// <param name="services">The request's own service scope. It hands out this scope's loaders from now on.</param>
    /// <param name="scheduler">Decides when the loaders' batches are fetched.</param>
    public DataLoaderScope(IServiceProvider services, IBatchScheduler scheduler)
    {
        _services = services;
        Scheduler = scheduler;
        _singletons = services.GetService<SingletonServices>();
        Share(services);
    }

    /// <summary>Decides when the loaders' batches are fetched.</summary>
    public IBatchScheduler Scheduler { get; }

    /// <summary>The request's loader of a type.</summary>
    public TLoader Get<TLoader>()
        where TLoader : class, IDataLoader
    {
        lock (_gate)
        {
            if (_loaders.TryGetValue(typeof(TLoader), out var known)) return (TLoader?)known ?? throw Circular(typeof(TLoader));
            _loaders.Add(typeof(TLoader), null);
            try
            {
                var factory = LoaderFactory.Of(typeof(TLoader));
                var loader = (TLoader)factory.Create(_services);
                if (loader is IScopedLoader scoped && !factory.NeedsNoScope(_singletons)) scoped.Scope = this;
                _loaders[typeof(TLoader)] = loader;
                return loader;
            }
            catch
            {
                _loaders.Remove(typeof(TLoader));
                throw;
            }
        }
    }

    /// <summary>Makes the services of another scope of the same request hand out this scope's loaders.</summary>
    public void Share(IServiceProvider scopedServices)
    {
        if (scopedServices.GetService<DataLoaderScopeHolder>() is { } holder) holder.Scope = this;
    }

    /// <summary>Clears the caches of all loaders, as between two writes of one request.</summary>
    public void ClearCaches()
    {
        lock (_gate)
        {
            foreach (var loader in _loaders.Values) loader?.ClearCache();
        }
    }

    /// <summary>A service scope that hands out this scope's loaders.</summary>
    public AsyncServiceScope CreateServiceScope()
    {
        var scope = _services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        Share(scope.ServiceProvider);
        return scope;
    }

    private static InvalidOperationException Circular(Type type) =>
        new($"{type.Name} needs itself: one of the services that its constructor asks for asks for {type.Name}. Let one of them take an IServiceProvider instead.");
}

/// <summary>A loader whose batches are fetched in service scopes of their own.</summary>
internal interface IScopedLoader
{
    /// <summary>Opens the scopes; <c>null</c> when the loader needs none.</summary>
    DataLoaderScope? Scope { get; set; }
}

/// <summary>Leads from any service scope of a request to the request's loaders.</summary>
internal sealed class DataLoaderScopeHolder
{
    private DataLoaderScope? _scope;

    public DataLoaderScope Scope
    {
        get
        {
            WasAsked = true;
            return _scope ?? throw new InvalidOperationException(
                "A DataLoader was asked for outside of a GraphQL request. Resolve it in a resolver, or make a DataLoaderScope with a scheduler and share it with this service scope.");
        }
        set => _scope = value;
    }

    /// <summary>Whether a service of the scope holds a loader.</summary>
    public bool WasAsked { get; private set; }
}
