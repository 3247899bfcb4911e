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
        services.TryAddSingleton(provider => new LoaderRegistry(services, provider.GetRequiredService<SingletonServices>()));
        services.TryAddScoped<DataLoaderScopeHolder>();
        services.TryAddScoped(ScopeOf);
        services.TryAdd(new LoaderDescriptor(typeof(IBatchScheduler), typeof(IBatchScheduler), provider => ScopeOf(provider).Scheduler));
        services.TryAdd(new LoaderDescriptor(typeof(TLoader), typeof(TLoader), provider => ScopeOf(provider).Get<TLoader>()));
        return services;
    }

    /// <summary>Lets services ask for the loader by its interface too.</summary>
    public static IServiceCollection AddDataLoader<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLoader>(this IServiceCollection services)
        where TService : class
        where TLoader : class, TService, IDataLoader
    {
        services.AddDataLoader<TLoader>();
        services.TryAdd(new LoaderDescriptor(typeof(TService), typeof(TLoader), provider => provider.GetRequiredService<TLoader>()));
        return services;
    }

    /// <summary>
    /// Lets the loader answer loads with values that others have loaded, or that a <see cref="DataLoaderScope"/> was given: no batch is fetched for them.
    /// A lookup says that a value of the type is whole wherever it comes from, projections excepted, which are never looked at.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="key">The loader's key of a value; <c>null</c> when it has none. Called while the loader is locked: read it, and return.</param>
    public static IServiceCollection AddDataLoaderLookup<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLoader, TKey, TValue>(this IServiceCollection services, Func<TValue, TKey?> key)
        where TLoader : class, IDataLoader<TKey, TValue>
        where TKey : notnull => services.AddDataLoaderLookup<TLoader, TKey, TValue, TValue>(
        value => key(value) is { } known ? KeyValuePair.Create(known, value) : null);

    /// <summary>Lets the loader answer loads with what values of another type that others have loaded tell of its own.</summary>
    /// <inheritdoc cref="AddDataLoaderLookup{TLoader, TKey, TValue}" path="/summary" />
    /// <param name="services">The services of the application.</param>
    /// <param name="lookup">The loader's key and value; <c>null</c> when there are none. Called while the loader is locked: read them, and return.</param>
    public static IServiceCollection AddDataLoaderLookup<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLoader, TKey, TValue, TPublished>(
        this IServiceCollection services, Func<TPublished, KeyValuePair<TKey, TValue>?> lookup)
        where TLoader : class, IDataLoader<TKey, TValue>
        where TKey : notnull
    {
        services.AddDataLoader<TLoader>();
        services.TryAddSingleton<DataLoaderLookups>();
        return services.AddSingleton<DataLoaderLookup>(new DataLoaderLookup<TKey, TValue, TPublished>(typeof(TLoader), lookup));
    }

    private static DataLoaderScope ScopeOf(IServiceProvider provider) => provider.GetRequiredService<DataLoaderScopeHolder>().Scope;
}
