using System.Linq.Expressions;

namespace Personalify.GraphQL;

/// <summary>Reads a page for each of many parents at once: what a DataLoader of pages does. GreenDonut's names.</summary>
public static class BatchPagingExtensions
{
    /// <summary>
    /// Reads a page of the items of each key with one statement, which numbers the rows of each key and reads one more than a page has. The
    /// query must be ordered as for <see cref="PagingQueryableExtensions.ToPageAsync"/>; a cursor of any of the lists holds for all of them.
    /// </summary>
    /// <param name="source">An ordered query of the items of all the keys, such as <c>tracks.Where(track => ids.Contains(track.AlbumId)).OrderBy(…)</c>.</param>
    /// <param name="keySelector">The key whose items are one list. Keys must not be null.</param>
    /// <param name="arguments">What the client asked for.</param>
    /// <param name="includeTotalCount">
    /// Whether the lists are counted too, by a second statement, also where <paramref name="arguments"/> do not ask for it; otherwise their pages cannot tell how
    /// many there are.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pages by key; none for a key without items on its page: see <see cref="Page{T}.Empty"/>.</returns>
    /// <exception cref="InvalidOperationException">The query is not ordered, or by something that its items do not tell.</exception>
    /// <exception cref="Errors.GraphQLException">A cursor is not of this order (<c>HC0078</c>).</exception>
    public static async Task<Dictionary<TKey, Page<T>>> ToBatchPageAsync<TKey, T>(
        this IQueryable<T> source,
        Expression<Func<T, TKey>> keySelector,
        PagingArguments arguments,
        bool includeTotalCount = false,
        CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        var order = KeysetOrder<T>.Of(source);
        var all = KeysetOrder<T>.Without(source);
        var query = Pages(all, order, keySelector, arguments);
        var groups = await QueryReader.ListAsync(query, cancellationToken).ConfigureAwait(false);
        var counts = includeTotalCount || arguments.IncludeTotalCount ? await CountAsync(all, keySelector, cancellationToken).ConfigureAwait(false) : null;
        return groups.ToDictionary(group => group.Key, group => PageReader.Complete(group.Items, order, arguments, _ => new(CountOf(counts, group.Key))));
    }

    private static IQueryable<PageGroup<TKey, T>> Pages<TKey, T>(
        IQueryable<T> all, KeysetOrder<T> order, Expression<Func<T, TKey>> keySelector, PagingArguments arguments)
    {
        var group = Expression.Parameter(typeof(IGrouping<TKey, T>), "group");
        var ordered = order.Apply(group, arguments.Last is null);
        var page = Expression.Call(typeof(Enumerable), nameof(Enumerable.Take), [typeof(T)], ordered, Expression.Constant(PageReader.SizeOf(arguments) + 1));
        var items = Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [typeof(T)], page);
        var made = Expression.MemberInit(
            Expression.New(typeof(PageGroup<TKey, T>)),
            Expression.Bind(typeof(PageGroup<TKey, T>).GetProperty(nameof(PageGroup<,>.Key))!, Expression.Property(group, nameof(IGrouping<,>.Key))),
            Expression.Bind(typeof(PageGroup<TKey, T>).GetProperty(nameof(PageGroup<,>.Items))!, items));
        return order.Between(all, arguments.After, arguments.Before).GroupBy(keySelector)
            .Select(Expression.Lambda<Func<IGrouping<TKey, T>, PageGroup<TKey, T>>>(made, group));
    }

    private static async Task<Dictionary<TKey, int>> CountAsync<TKey, T>(IQueryable<T> all, Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var counted = await QueryReader.ListAsync(
            all.GroupBy(keySelector).Select(group => new { group.Key, Count = group.Count() }), cancellationToken).ConfigureAwait(false);
        return counted.ToDictionary(group => group.Key, group => group.Count);
    }

    private static int CountOf<TKey>(Dictionary<TKey, int>? counts, TKey key)
        where TKey : notnull => counts?[key] ?? throw new InvalidOperationException(
        "The lists of these pages were not counted: call ToBatchPageAsync with PagingArguments whose IncludeTotalCount is set, or with includeTotalCount: true.");
}

/// <summary>The items of one key, one more than its page has when there are more.</summary>
internal sealed class PageGroup<TKey, T>
{
    public required TKey Key { get; init; }

    public required List<T> Items { get; init; }
}
