using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Fetches many objects for one field: a bounded number, side by side so that their loads share batches, each failing alone.</summary>
internal static class ManyNodes
{
    /// <param name="context">The field's.</param>
    /// <param name="argument">The list that names the objects.</param>
    /// <param name="most">How many it may name.</param>
    /// <param name="fetch">Fetches one of them.</param>
    /// <exception cref="GraphQLException">The argument names more (HC0076).</exception>
    public static async ValueTask<object?> FetchAsync<T>(IResolverContext context, string argument, int most, Func<NodeContext, T, ValueTask<object?>> fetch)
    {
        var names = context.ArgumentValue<T[]>(argument)!;
        if (names.Length > most)
        {
            throw new GraphQLException(
                $"{context.Field.Name} takes up to {most} {argument} at once, and there are {names.Length}. Ask in several requests.", ErrorCodes.TooManyNodes);
        }

        return await Task.WhenAll(names.Select(name => FieldFailure.CatchAsync(fetch(new NodeContext(context), name), context.RequestAborted))).ConfigureAwait(false);
    }
}
