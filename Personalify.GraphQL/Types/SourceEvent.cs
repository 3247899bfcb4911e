namespace Personalify.GraphQL.Types;

/// <summary>
/// The event that a subscription is executed for. It is the parent of the root field, as in Specification 6.2.3.2; an event may be null,
/// which a parent cannot be.
/// </summary>
internal static class SourceEvent
{
    private static readonly object Null = new();

    public static object AsParent(object? message) => message ?? Null;

    /// <exception cref="InvalidCastException">The event is of another type.</exception>
    public static T? Read<T>(IResolverContext context) => ReferenceEquals(context.Parent<object>(), Null) ? default : context.Parent<T>();
}
