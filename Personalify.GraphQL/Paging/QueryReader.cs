namespace Personalify.GraphQL;

/// <summary>Reads queries without a thread that waits, where their store can: Entity Framework's are asynchronous sequences.</summary>
internal static class QueryReader
{
    public static async ValueTask<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T> stream) return [.. query];
        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(cancellationToken).ConfigureAwait(false)) items.Add(item);
        return items;
    }

    /// <summary>Counts when somebody asks, which may be too late: what the query reads from may be gone.</summary>
    /// <exception cref="InvalidOperationException">It is.</exception>
    public static async ValueTask<int> CountLaterAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        try
        {
            return await CountAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException gone)
        {
            throw new InvalidOperationException(
                $"The list of this page can be counted no more: its {gone.ObjectName} was disposed of. Read the page with PagingArguments whose IncludeTotalCount is set, which counts at once.", gone);
        }
    }

    /// <summary>Counted by grouping all into one, because a count alone could only be asked for with a waiting thread.</summary>
    public static async ValueTask<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T>) return query.Count();
        var counts = await ListAsync(query.GroupBy(_ => 1).Select(all => all.Count()), cancellationToken).ConfigureAwait(false);
        return counts.Count == 0 ? 0 : counts[0];
    }
}
