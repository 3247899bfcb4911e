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

    /// <summary>Counted by grouping all into one, because a count alone could only be asked for with a waiting thread.</summary>
    public static async ValueTask<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T>) return query.Count();
        var counts = await ListAsync(query.GroupBy(_ => 1).Select(all => all.Count()), cancellationToken).ConfigureAwait(false);
        return counts.Count == 0 ? 0 : counts[0];
    }
}
