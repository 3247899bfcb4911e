using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.DataLoading;

/// <summary>Registers loaders.</summary>
public static class DataLoaderServiceCollectionExtensions
{
    /// <summary>Lets services ask for the loader; within one request they all get the same instance.</summary>
    public static IServiceCollection AddDataLoader<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLoader>(this IServiceCollection services)
        where TLoader : class, IDataLoader
    {
        services.AddSingletonServices();
        services.TryAddScoped<DataLoaderScopeHolder>();
        services.TryAddScoped(provider => provider.GetRequiredService<DataLoaderScopeHolder>().Scope.Scheduler);
        services.TryAddScoped(provider => provider.GetRequiredService<DataLoaderScopeHolder>().Scope.Get<TLoader>());
        return services;
    }

    /// <summary>Lets services ask for the loader by its interface too.</summary>
    public static IServiceCollection AddDataLoader<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLoader>(this IServiceCollection services)
        where TService : class
        where TLoader : class, TService, IDataLoader
    {
        services.AddDataLoader<TLoader>();
        services.TryAddScoped<TService>(provider => provider.GetRequiredService<TLoader>());
        return services;
    }
}
