namespace Personalify.GraphQL;

/// <summary>Makes a page of the items that were read for it.</summary>
internal static class PageReader
{
    public static int SizeOf(PagingArguments arguments) =>
        arguments.First ?? arguments.Last ?? throw new ArgumentException("A page needs first or last.", nameof(arguments));

    /// <param name="found">One item more than the page has when there are more, in the direction of reading.</param>
    /// <param name="order">What cursors are made of.</param>
    /// <param name="arguments">What was asked for.</param>
    /// <param name="countAsync">Counts the whole list.</param>
    public static Page<T> Complete<T>(List<T> found, KeysetOrder<T> order, PagingArguments arguments, Func<CancellationToken, ValueTask<int>> countAsync)
    {
        var isForward = arguments.Last is null;
        var hasMore = found.Count > SizeOf(arguments);
        if (hasMore) found.RemoveAt(found.Count - 1);
        if (!isForward) found.Reverse();
        var hasNext = isForward ? hasMore : arguments.Before is not null;
        var hasPrevious = isForward ? arguments.After is not null : hasMore;
        return new Page<T>(found, hasNext, hasPrevious, order.CursorOf, countAsync);
    }
}
