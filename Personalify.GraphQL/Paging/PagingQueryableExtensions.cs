namespace Personalify.GraphQL;

/// <summary>Reads ordered queries page by page, by the place of an item in the order and not by its number.</summary>
public static class PagingQueryableExtensions
{
    /// <summary>
    /// Reads one page. The query must be ordered, and its last key must be unique, such as an id: items that are equal in every key
    /// would be left out at the border of a page. Costs one statement that reads one item more than the page has, whatever the place
    /// in the list, when an index has the keys, and a second one that counts when the arguments say so. Null comes after every value, also where the store thinks otherwise.
    /// </summary>
    /// <param name="source">An ordered query of entities, such as a <c>DbSet</c> with <c>OrderBy</c> and <c>ThenBy</c>.</param>
    /// <param name="arguments">What the client asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">The query is not ordered, or by something that its items do not tell.</exception>
    /// <exception cref="Errors.GraphQLException">A cursor is not of this order (<c>HC0078</c>).</exception>
    public static async Task<Page<T>> ToPageAsync<T>(
        this IQueryable<T> source, PagingArguments arguments, CancellationToken cancellationToken = default)
    {
        var order = KeysetOrder<T>.Of(source);
        var size = PageReader.SizeOf(arguments);
        var rest = order.Between(source, arguments.After, arguments.Before);
        var found = await QueryReader.ListAsync(order.Apply(rest, arguments.Last is null).Take(size + 1), cancellationToken).ConfigureAwait(false);
        var count = arguments.IncludeTotalCount ? await QueryReader.CountAsync(source, cancellationToken).ConfigureAwait(false) : default(int?);
        return PageReader.Complete(found, order, arguments, token => count is { } known ? new(known) : QueryReader.CountLaterAsync(source, token));
    }

    /// <summary>The page as a connection.</summary>
    public static async Task<Connection<T>> ToConnectionAsync<T>(this Task<Page<T>> page) => (await page.ConfigureAwait(false)).ToConnection();
}
