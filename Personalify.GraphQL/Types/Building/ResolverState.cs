using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What compiled resolvers call to read services and request state.</summary>
internal static class ResolverState
{
    public static T Parent<T>(IResolverContext context) =>
        context is IBoundCall { ParentObject: T parent } ? parent : context.Parent<T>();

    public static T RequireService<T>(IResolverContext context) =>
        FindShared<T>(context) is T service ? service : (T)context.Services.GetRequiredService(typeof(T));

    public static T? FindService<T>(IResolverContext context) => FindShared<T>(context) is T service ? service : context.Services.GetService<T>();

    /// <summary>What needs no scope is found without a service provider of the call's own, which nearly all calls can do without.</summary>
    private static object? FindShared<T>(IResolverContext context)
    {
        if (context is not IBoundCall call) return null;
        return Kind<T>.IsOfLoading ? call.FindLoader(typeof(T)) : call.FindSingleton(typeof(T));
    }

    private static class Kind<T>
    {
        public static readonly bool IsOfLoading = typeof(IDataLoader).IsAssignableFrom(typeof(T)) || typeof(T) == typeof(DataLoaderScope);
    }

    /// <summary>The instance of a resolver class: the registered one, or a new one with its constructor's services.</summary>
    public static T Instance<T>(IResolverContext context) => ActivatorUtilities.GetServiceOrCreateInstance<T>(context.Services);

    /// <summary>Sets a value for everything below the field.</summary>
    public static SetState<T> ScopedSetter<T>(IResolverContext context, string key) => value => context.SetScopedState(key, value);

    /// <summary>Sets a value for the middleware around the resolver.</summary>
    public static SetState<T> LocalSetter<T>(IResolverContext context, string key) => value => context.SetLocalState(key, value);
}

/// <summary>Reads an argument, which comes as the type of the resolver's parameter.</summary>
internal sealed class ArgumentReader(BoundInput input)
{
    public object? Read(IResolverContext context)
    {
        var given = context.ArgumentOptional<object>(input.Field.Name);
        return given.HasValue ? given.Value : input.Absent;
    }
}

/// <summary>Reads a field of the input object that holds a mutation's arguments.</summary>
internal sealed class InputReader(string argument, BoundInput input)
{
    public object? Read(IResolverContext context) =>
        context.ArgumentValue<IReadOnlyDictionary<string, object?>>(argument)!.TryGetValue(input.Field.Name, out var value) ? value : input.Absent;
}
