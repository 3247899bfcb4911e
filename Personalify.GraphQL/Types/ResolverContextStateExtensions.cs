namespace Personalify.GraphQL.Types;

/// <summary>Sets a value of some state; see <see cref="ScopedStateAttribute"/>.</summary>
public delegate void SetState<in T>(T value);

/// <summary>
/// Reads and sets state: of the request (<see cref="IResolverContext.ContextData"/>), of a field and everything below it
/// (<see cref="IResolverContext.ScopedContextData"/>), or of one call of a field (<see cref="IResolverContext.LocalContextData"/>). Hot
/// Chocolate's names.
/// </summary>
public static class ResolverContextStateExtensions
{
    /// <summary>State of the request.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name and type.</exception>
    public static T GetGlobalState<T>(this IResolverContext context, string name) =>
        context.ContextData.TryGetValue(name, out var value) && value is T state
            ? state
            : throw Missing<T>(context, name, "request", "set it before the request runs");

    /// <summary>State of the request, or default when there is none of that name and type.</summary>
    public static T? GetGlobalStateOrDefault<T>(this IResolverContext context, string name) =>
        context.ContextData.TryGetValue(name, out var value) && value is T state ? state : default;

    /// <summary>What a resolver above has set.</summary>
    /// <exception cref="InvalidOperationException">None has, under that name and as that type.</exception>
    public static T GetScopedState<T>(this IResolverContext context, string name) =>
        context.ScopedContextData.TryGetValue(name, out var value) && value is T state
            ? state
            : throw Missing<T>(context, name, "scoped", "set it in a resolver above, by SetScopedState");

    /// <summary>What a resolver above has set, or default when none has, under that name and as that type.</summary>
    public static T? GetScopedStateOrDefault<T>(this IResolverContext context, string name) =>
        context.ScopedContextData.TryGetValue(name, out var value) && value is T state ? state : default;

    /// <summary>Sets a value for all fields below this one. To be called before the resolver has returned.</summary>
    public static void SetScopedState<T>(this IResolverContext context, string name, T value) =>
        context.ScopedContextData = context.ScopedContextData.SetItem(name, value);

    /// <summary>What middleware of the same field, or its resolver, has set in this call.</summary>
    /// <exception cref="InvalidOperationException">None has, under that name and as that type.</exception>
    public static T GetLocalState<T>(this IResolverContext context, string name) =>
        context.LocalContextData.TryGetValue(name, out var value) && value is T state
            ? state
            : throw Missing<T>(context, name, "local", "set it in middleware of the field, by SetLocalState");

    /// <summary>What has been set in this call of the field, or default when nothing has, under that name and as that type.</summary>
    public static T? GetLocalStateOrDefault<T>(this IResolverContext context, string name) =>
        context.LocalContextData.TryGetValue(name, out var value) && value is T state ? state : default;

    /// <summary>Sets a value for the field's middleware and resolver, in this call.</summary>
    public static void SetLocalState<T>(this IResolverContext context, string name, T value) =>
        context.LocalContextData = context.LocalContextData.SetItem(name, value);

    private static InvalidOperationException Missing<T>(IResolverContext context, string name, string kind, string wayOut) => new(
        $"{context.ObjectType.Name}.{context.Field.Name} needs the {kind} state \"{name}\" as {typeof(T).FullName}, "
        + $"which nothing has set: {wayOut}, or make the parameter nullable.");
}
