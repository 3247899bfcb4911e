using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Checks what a client asks of a paged field before its resolver runs.</summary>
internal sealed record PagingLimits(int DefaultPageSize, int MaxPageSize)
{
    /// <summary>The paging arguments; <c>first</c> is the default page size when neither <c>first</c> nor <c>last</c> is given.</summary>
    /// <exception cref="GraphQLException">A size is out of bounds, or both directions are asked for.</exception>
    public PagingArguments Read(IResolverContext context)
    {
        var first = context.ArgumentValue<int?>("first");
        var last = context.ArgumentValue<int?>("last");
        if (first is not null && last is not null) throw Refused("first and last exclude each other: give one of them");
        CheckSize("first", first);
        CheckSize("last", last);
        if (last is null) first ??= DefaultPageSize;
        return new PagingArguments(first, context.ArgumentValue<string>("after"), last, context.ArgumentValue<string>("before"));
    }

    private void CheckSize(string name, int? size)
    {
        if (size < 1 || size > MaxPageSize) throw Refused($"{name} must be 1..{MaxPageSize}, was {size}");
    }

    private static GraphQLException Refused(string problem) => new($"{problem}.", ErrorCodes.PagingOutOfRange);
}
