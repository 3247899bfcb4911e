using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL;

/// <summary>A page of a list, as <see cref="PagingQueryableExtensions.ToPageAsync"/> reads it.</summary>
/// <param name="items">The items in the order of the list.</param>
/// <param name="hasNextPage">Whether there are items behind the page.</param>
/// <param name="hasPreviousPage">Whether there are items before the page.</param>
/// <param name="createCursor">The cursor of an item.</param>
/// <param name="countAsync">Counts the whole list.</param>
public sealed class Page<T>(
    IReadOnlyList<T> items,
    bool hasNextPage,
    bool hasPreviousPage,
    Func<T, string> createCursor,
    Func<CancellationToken, ValueTask<int>> countAsync)
{
    /// <summary>A page of a list without items.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "GreenDonut's name; the type is told by what it is assigned to.")]
    public static Page<T> Empty { get; } = new([], false, false, _ => throw new InvalidOperationException("An empty page has no cursors."), _ => new(0));

    /// <summary>The items in the order of the list.</summary>
    public IReadOnlyList<T> Items { get; } = items;

    /// <summary>Whether there are items behind the page. Read backward: whether the client named a <c>before</c>.</summary>
    public bool HasNextPage { get; } = hasNextPage;

    /// <summary>Whether there are items before the page. Read forward: whether the client named an <c>after</c>.</summary>
    public bool HasPreviousPage { get; } = hasPreviousPage;

    /// <summary>The item's place in the list, opaque to clients.</summary>
    public string CreateCursor(T item) => createCursor(item);

    /// <summary>How many items the whole list has: known when <see cref="PagingArguments.IncludeTotalCount"/> asked for it, and counted now otherwise.</summary>
    /// <exception cref="InvalidOperationException">It is not known, and what the page was read from is gone.</exception>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => countAsync(cancellationToken);

    /// <summary>The page as a connection.</summary>
    public Connection<T> ToConnection()
    {
        var edges = Items.Select(item => new Edge<T>(item, CreateCursor(item))).ToList();
        var info = new ConnectionPageInfo(HasNextPage, HasPreviousPage, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<T>(edges, info) { CountAsync = CountAsync };
    }
}
