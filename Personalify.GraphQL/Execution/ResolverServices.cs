using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The services of one resolver. DataLoaders are the operation's, and singletons everybody's; for anything else it opens a scope of
/// its own, so that resolvers that run side by side never share a database connection, and those that need none pay for no scope.
/// </summary>
internal sealed class ResolverServices(OperationServices operation) : IKeyedServiceProvider, ISeparableServices
{
    private IServiceProvider? _own;
    private bool _hasTakenLoader;

    /// <summary>Whether the resolver holds a loader, directly or inside a service, and so may load at any time.</summary>
    public bool HasTakenLoader => _hasTakenLoader || _own?.GetService<DataLoaderScopeHolder>() is { WasAsked: true };

    private IServiceProvider Own => LazyInitializer.EnsureInitialized(ref _own, operation.CreateScope);

    public IServiceProvider Separate()
    {
        _hasTakenLoader = true;
        return new ResolverServices(operation);
    }

    public object? GetService(Type serviceType)
    {
        if (!typeof(IDataLoader).IsAssignableFrom(serviceType)) return operation.FindSingleton(serviceType) ?? Own.GetService(serviceType);
        _hasTakenLoader = true;
        return operation.FindLoader(serviceType);
    }

    public object? GetKeyedService(Type serviceType, object? serviceKey) => ((IKeyedServiceProvider)Own).GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => Own.GetRequiredKeyedService(serviceType, serviceKey);
}
