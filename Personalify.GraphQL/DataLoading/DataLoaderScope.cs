using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// The loaders of one request: one instance of each, whichever of the request's service scopes asks for it.
/// </summary>
public sealed class DataLoaderScope
{
    private readonly Func<IServiceProvider> _services;
    private readonly SingletonServices? _singletons;
    private readonly PublishedValues? _published;
    private readonly LoaderRegistry? _registry;
    private readonly Dictionary<Type, IDataLoader?> _loaders = [];
    private readonly Lock _gate = new();

    /// <summary>Starts without loaders; each is made when it is first asked for.</summary>
    /// <param name="services">The request's own service scope. It hands out this scope's loaders from now on.</param>
    /// <param name="scheduler">Decides when the loaders' batches are fetched.</param>
    public DataLoaderScope(IServiceProvider services, IBatchScheduler scheduler)
        : this(services, () => services, scheduler) => Share(services);

    /// <summary>The same for a request whose service scope is opened when it is first needed.</summary>
    /// <param name="application">Services of any scope.</param>
    /// <param name="services">The request's own service scope; whoever opens it shares this scope's loaders with it.</param>
    /// <param name="scheduler">Decides when the loaders' batches are fetched.</param>
    internal DataLoaderScope(IServiceProvider application, Func<IServiceProvider> services, IBatchScheduler scheduler)
    {
        _services = services;
        Scheduler = scheduler;
        _singletons = application.GetService<SingletonServices>();
        _registry = application.GetService<LoaderRegistry>();
        _published = _singletons?.Find(typeof(DataLoaderLookups)) is DataLoaderLookups lookups ? new PublishedValues(lookups) : null;
    }

    /// <summary>Decides when the loaders' batches are fetched.</summary>
    public IBatchScheduler Scheduler { get; }

    /// <summary>The request's loader of a type.</summary>
    public TLoader Get<TLoader>()
        where TLoader : class, IDataLoader => (TLoader)Get(typeof(TLoader));

    /// <inheritdoc cref="Get{TLoader}" />
    internal IDataLoader Get(Type type)
    {
        lock (_gate)
        {
            if (_loaders.TryGetValue(type, out var known)) return known ?? throw Circular(type);
            _loaders.Add(type, null);
            try
            {
                return _loaders[type] = Create(type);
            }
            catch
            {
                _loaders.Remove(type);
                throw;
            }
        }
    }

    /// <summary>
    /// Lets loaders with a lookup for such values answer loads with this one. What a loader has already, or is fetching, stays as it is. Free
    /// where no loader of the application has such a lookup.
    /// </summary>
    /// <param name="value">A whole value, as the loaders would load it; of <c>null</c> nothing becomes.</param>
    public void Publish<T>(T? value) => PublishMany<T>(value is null ? [] : [value]);

    /// <summary>Lets loaders with a lookup for such values answer loads with these.</summary>
    /// <inheritdoc cref="Publish" path="/summary" />
    /// <param name="values">Whole values, as the loaders would load them; <c>null</c> among them is passed over.</param>
    public void PublishMany<T>(IReadOnlyCollection<T> values)
    {
        if (values.Count > 0 && _published?.Lookups.Concern(typeof(T)) == true) _published.Add(new Publication(typeof(T), this, values.ToArray()));
    }

    /// <summary>The request's loader that stands for a service, or <c>null</c> when only a service scope can say which it is.</summary>
    internal IDataLoader? Find(Type service) => _registry?.Find(service) is { } recipe ? Get(recipe.Loader) : null;

    private IDataLoader Create(Type type)
    {
        var recipe = _registry?.Find(type);
        var loader = recipe?.Create(this) ?? LoaderFactory.Of(type).Create(_services());
        if (loader is not IScopedLoader scoped) return loader;
        if (recipe is null && scoped.ServiceScope != DataLoaderServiceScope.OriginalScope && !LoaderFactory.Of(type).NeedsNoScope(_singletons)) scoped.Scope = this;
        if (_published is not null) scoped.Join(_published);
        return loader;
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
            _published?.Clear();
            foreach (var loader in _loaders.Values) loader?.ClearCache();
        }
    }

    /// <summary>The request has ended: what its loaders remember is forgotten, and the room for it is given back.</summary>
    internal void Release()
    {
        lock (_gate)
        {
            foreach (var loader in _loaders.Values) (loader as IScopedLoader)?.Release();
        }
    }

    /// <summary>A service scope that hands out this scope's loaders.</summary>
    public AsyncServiceScope CreateServiceScope()
    {
        var scope = _services().GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        Share(scope.ServiceProvider);
        return scope;
    }

    private static InvalidOperationException Circular(Type type) =>
        new($"{type.Name} needs itself: one of the services that its constructor asks for asks for {type.Name}. Let one of them take an IServiceProvider instead.");
}

/// <summary>A loader of a request: its batches may be fetched in service scopes of their own, its values may be those of others.</summary>
internal interface IScopedLoader
{
    /// <summary>Opens the scopes; <c>null</c> when the loader needs none.</summary>
    DataLoaderScope? Scope { get; set; }

    /// <summary>What the loader says about its services.</summary>
    DataLoaderServiceScope ServiceScope { get; }

    /// <summary>Makes the loader give values to others and take theirs.</summary>
    void Join(PublishedValues published);

    /// <summary>Gives back what another request can use.</summary>
    void Release();
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
