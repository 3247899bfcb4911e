using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Personalify.GraphQL.Internal;

/// <summary>
/// The services of an application that live as long as it does. They need no service scope, and a scope costs more than most
/// resolvers do.
/// </summary>
/// <param name="registrations">What the application has registered, complete by the time of the first request.</param>
/// <param name="root">The application's own provider, of no scope.</param>
internal sealed class SingletonServices(IServiceCollection registrations, IServiceProvider root)
{
    private readonly Lazy<FrozenSet<Type>> _types = new(() => Types(registrations));
    private readonly ConcurrentDictionary<Type, object?> _found = [];

    /// <summary>The service, or <c>null</c> when there is none that outlives scopes.</summary>
    public object? Find(Type type) =>
        _found.TryGetValue(type, out var known) ? known : _found.GetOrAdd(type, Contains(type) ? root.GetService(type) : null);

    /// <summary>Whether every registration that decides about the type is a singleton.</summary>
    public bool Contains(Type type) =>
        _types.Value.Contains(type) || (type.IsConstructedGenericType && _types.Value.Contains(type.GetGenericTypeDefinition()));

    private static FrozenSet<Type> Types(IServiceCollection registrations) => registrations
        .Where(registration => !registration.IsKeyedService)
        .GroupBy(registration => registration.ServiceType)
        .Where(group => group.All(registration => registration.Lifetime == ServiceLifetime.Singleton))
        .Select(group => group.Key)
        .ToFrozenSet();
}

internal static class SingletonServicesExtensions
{
    public static IServiceCollection AddSingletonServices(this IServiceCollection services)
    {
        if (services.All(registration => registration.ServiceType != typeof(SingletonServices)))
            services.AddSingleton(provider => new SingletonServices(services, provider));
        return services;
    }
}
