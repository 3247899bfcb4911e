namespace Personalify.GraphQL;

/// <summary>What a client asked of a connection, checked against the field's limits before the resolver runs.</summary>
/// <param name="First">How many from the start, or <c>null</c>.</param>
/// <param name="After">Behind this cursor, or <c>null</c>.</param>
/// <param name="Last">How many from the end, or <c>null</c>.</param>
/// <param name="Before">Before this cursor, or <c>null</c>.</param>
/// <param name="IncludeTotalCount">Whether the client asks how many items the whole list has: who reads the page counts them too.</param>
public sealed record PagingArguments(int? First, string? After = null, int? Last = null, string? Before = null, bool IncludeTotalCount = false);

/// <summary>One page of a list. Relay: Cursor Connections Specification.</summary>
/// <param name="Edges">The items with their cursors, in order.</param>
/// <param name="PageInfo">Whether there is more.</param>
public sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, ConnectionPageInfo PageInfo)
{
    /// <summary>Counts all items of the list, not only this page's. Called only when the client asks.</summary>
    [GraphQLIgnore]
    public Func<CancellationToken, ValueTask<int>>? CountAsync { get; init; }
}

/// <summary>An item of a page.</summary>
/// <param name="Node">The item.</param>
/// <param name="Cursor">Its place in the list, opaque to clients.</param>
public sealed record Edge<T>(T Node, string Cursor);

/// <summary>Where a page stands in its list.</summary>
public sealed record ConnectionPageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
