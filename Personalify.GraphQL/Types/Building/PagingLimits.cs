using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Checks what a client asks of a paged field before its resolver runs.</summary>
internal sealed record PagingLimits(int DefaultPageSize, int MaxPageSize, bool AllowBackward, bool RequireBoundaries, bool HasTotalCount)
{
    public const string TotalCount = "totalCount";
    public const string First = "first";
    public const string After = "after";
    public const string Last = "last";
    public const string Before = "before";

    /// <param name="attribute">What stands on the field.</param>
    /// <param name="options">What holds where it says nothing.</param>
    /// <param name="hasTotalCount">Whether the connection offers the count.</param>
    public static PagingLimits Of(PagingAttribute attribute, PagingOptions options, bool hasTotalCount) => new(
        attribute.DefaultPageSizeOrNull ?? options.DefaultPageSize,
        attribute.MaxPageSizeOrNull ?? options.MaxPageSize,
        attribute.AllowBackwardPaginationOrNull ?? options.AllowBackwardPagination,
        attribute.RequirePagingBoundariesOrNull ?? options.RequirePagingBoundaries,
        hasTotalCount);

    /// <summary>The paging arguments; <c>first</c> is the default page size when neither <c>first</c> nor <c>last</c> is given.</summary>
    /// <exception cref="GraphQLException">A size is out of bounds or missing, or both directions are asked for.</exception>
    public PagingArguments Read(IResolverContext context)
    {
        var first = context.ArgumentValue<int?>(First);
        var last = AllowBackward ? context.ArgumentValue<int?>(Last) : null;
        if (first is not null && last is not null)
            throw new GraphQLException("first and last exclude each other: give one of them.", ErrorCodes.MaxPaginationItems);
        CheckSize(First, first);
        CheckSize(Last, last);
        if (first is null && last is null) first = Default();
        return new PagingArguments(
            first, context.ArgumentValue<string>(After), last, AllowBackward ? context.ArgumentValue<string>(Before) : null, HasTotalCount && context.IsSelected(TotalCount));
    }

    private int Default()
    {
        if (!RequireBoundaries) return Math.Min(DefaultPageSize, MaxPageSize);
        throw AllowBackward
            ? new GraphQLException($"Say how many items are wanted: give first or last, 1..{MaxPageSize}.", ErrorCodes.NoPagingBoundaries)
            : new GraphQLException($"Say how many items are wanted: give first, 1..{MaxPageSize}.", ErrorCodes.FirstValueNotSet);
    }

    private void CheckSize(string name, int? size)
    {
        if (size < 1) throw Refused(name, size, ErrorCodes.MinPaginationItems);
        if (size > MaxPageSize) throw Refused(name, size, ErrorCodes.MaxPaginationItems);
    }

    private GraphQLException Refused(string name, int? size, string code) => new($"{name} must be 1..{MaxPageSize}, was {size}.", code);
}
