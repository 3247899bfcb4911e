using Microsoft.Extensions.DependencyInjection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What compiled resolvers call to read services and request state.</summary>
internal static class ResolverState
{
    public static T RequireService<T>(IResolverContext context)
        where T : notnull => context.Services.GetRequiredService<T>();

    public static T? FindService<T>(IResolverContext context) => context.Services.GetService<T>();

    /// <summary>The instance of a resolver class: the registered one, or a new one with its constructor's services.</summary>
    public static T Instance<T>(IResolverContext context) => ActivatorUtilities.GetServiceOrCreateInstance<T>(context.Services);

    /// <summary>Sets a value for everything below the field.</summary>
    public static SetState<T> ScopedSetter<T>(IResolverContext context, string key) => value => context.SetScopedState(key, value);
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
