using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>Tells of a resolver's calls. Stands in the plans of servers only where a listener asks for it.</summary>
internal static class ObservedResolver
{
    /// <summary>The resolver, told of.</summary>
    public static FieldResolver Wrap(FieldResolver resolver) => context =>
        ((ResolverJob)context).Events is { ObservesFields: true } events ? ObserveAsync(resolver, context, events) : resolver(context);

    /// <summary>An asynchronous method, so that what a scope makes current ends with it and does not reach the next resolver.</summary>
    private static async ValueTask<object?> ObserveAsync(FieldResolver resolver, IResolverContext context, RequestEvents events)
    {
        using var scope = events.ResolveFieldValue(context);
        return await resolver(context).ConfigureAwait(false);
    }
}
