using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.DataLoading;

/// <summary>A registration that <see cref="DataLoaderServiceCollectionExtensions"/> has made.</summary>
/// <param name="service">What is asked for.</param>
/// <param name="loader">The class that it is; for the scheduler, its interface.</param>
/// <param name="find">Finds it in a service scope of a request.</param>
internal sealed class LoaderDescriptor(Type service, Type loader, Func<IServiceProvider, object> find) : ServiceDescriptor(service, find, ServiceLifetime.Scoped)
{
    public Type Loader => loader;
}

/// <summary>
/// How the application's loaders are made without a service scope. Most ask for their scheduler, singletons and each other only, and a scope costs
/// more than all of them.
/// </summary>
/// <param name="registrations">What the application has registered, complete by the time of the first request.</param>
/// <param name="singletons">Those of it that live as long as the application.</param>
internal sealed class LoaderRegistry(IServiceCollection registrations, SingletonServices singletons)
{
    private readonly ConcurrentDictionary<Type, LoaderRecipe?> _known = new();

    /// <summary>How the loader is made that stands for a service; <c>null</c> for what needs a scope, or is no loader.</summary>
    public LoaderRecipe? Find(Type service) => _known.TryGetValue(service, out var known) ? known : _known.GetOrAdd(service, Make(service));

    private LoaderRecipe? Make(Type service)
    {
        if (ClassOf(service) is not { } loader || loader.GetConstructors() is not [var constructor]) return null;
        // A scope disposes what it has made.
        if (typeof(IDisposable).IsAssignableFrom(loader) || typeof(IAsyncDisposable).IsAssignableFrom(loader)) return null;
        var parts = Array.ConvertAll(constructor.GetParameters(), Part);
        return parts.Contains(null) ? null : new LoaderRecipe(loader, ConstructorInvoker.Create(constructor), parts!);
    }

    private Func<DataLoaderScope, object?>? Part(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(FromKeyedServicesAttribute), inherit: false)) return null;
        if (ClassOf(type) == typeof(IBatchScheduler)) return scope => scope.Scheduler;
        if (ClassOf(type) is { } loader) return scope => scope.Get(loader);
        if (singletons.Find(type) is { } found) return _ => found;
        return type == typeof(DataLoaderOptions) && parameter.HasDefaultValue && LastOf(type) is null ? _ => parameter.DefaultValue : null;
    }

    /// <summary>The last registration decides; one of somebody else's is not ours to look through.</summary>
    private Type? ClassOf(Type service) => (LastOf(service) as LoaderDescriptor)?.Loader;

    private ServiceDescriptor? LastOf(Type service) =>
        registrations.LastOrDefault(registration => registration.ServiceType == service && !registration.IsKeyedService);
}

/// <summary>How one loader is made.</summary>
/// <param name="Loader">Its class.</param>
/// <param name="Constructor">Its constructor.</param>
/// <param name="Parts">What the constructor is called with.</param>
internal sealed record LoaderRecipe(Type Loader, ConstructorInvoker Constructor, Func<DataLoaderScope, object?>[] Parts)
{
    public IDataLoader Create(DataLoaderScope scope) => (IDataLoader)Constructor.Invoke(Array.ConvertAll(Parts, part => part(scope)).AsSpan());
}
