namespace Personalify.GraphQL.Types.Building;

/// <summary>What a mutation came to: its result, or what went wrong.</summary>
internal sealed record MutationPayload(object? Data, IReadOnlyList<object>? Errors)
{
    public static object? DataOf(object payload) => ((MutationPayload)payload).Data;

    /// <summary>The errors; a payload class of the schema's author is there only after a success.</summary>
    public static object? ErrorsOf(object payload) => (payload as MutationPayload)?.Errors;

    /// <summary>
    /// Lets a field of the author's own payload class be null when there is no object of it, because the mutation failed.
    /// </summary>
    public static void AllowFailure(OutputField field)
    {
        field.Type = field.Type.Nullable;
        if (field.PureResolver is { } pure) field.PureResolver = parent => parent is MutationPayload ? null : pure(parent);
        if (field.Resolver is { } resolver)
            field.Resolver = context => context.Parent<object>() is MutationPayload ? new ValueTask<object?>((object?)null) : resolver(context);
    }
}
