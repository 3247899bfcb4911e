using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.DataLoading;

/// <summary>How loaders of one class are made; found out once.</summary>
internal sealed class LoaderFactory
{
    private static readonly ConcurrentDictionary<Type, LoaderFactory> Known = new();
    private readonly Func<IServiceProvider, object> _create;
    private readonly Type[]? _services;

    private LoaderFactory(Type type)
    {
        if (type.GetConstructors() is [var only])
        {
            var create = ActivatorUtilities.CreateFactory(type, []);
            _create = services => create(services, null);
            var services = only.GetParameters().Where(parameter => !IsPartOfLoading(parameter)).ToList();
            if (!services.Exists(parameter => parameter.IsDefined(typeof(FromKeyedServicesAttribute)))) _services = [.. services.Select(parameter => parameter.ParameterType)];
        }
        else
        {
            _create = services => ActivatorUtilities.CreateInstance(services, type);
        }
    }

    public static LoaderFactory Of(Type type) => Known.GetOrAdd(type, static type => new LoaderFactory(type));

    public IDataLoader Create(IServiceProvider services) => (IDataLoader)_create(services);

    /// <summary>Whether all that the loader asks for lives as long as the application; batches need no scope of their own then. What is asked for by a key may not.</summary>
    public bool NeedsNoScope(SingletonServices? singletons)
    {
        if (singletons is null || _services is null) return false;
        foreach (var service in _services)
        {
            if (!singletons.Contains(service)) return false;
        }

        return true;
    }

    private static bool IsPartOfLoading(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(IBatchScheduler) || typeof(IDataLoader).IsAssignableFrom(parameter.ParameterType);
}
