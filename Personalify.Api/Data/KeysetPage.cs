namespace Personalify.Api.Data;

/// <summary>
/// A page of a list that is read by keyset: from a place, in reading direction, one row more than asked for. That row tells whether there is more;
/// a page costs the same wherever it stands in the list.
/// </summary>
public readonly record struct KeysetPage
{
    private readonly PagingArguments _paging;

    public KeysetPage(PagingArguments paging)
    {
        _paging = paging;
        Size = paging.First ?? paging.Last ?? throw new ArgumentException("Neither first nor last is given.", nameof(paging));
    }

    public int Size { get; }

    /// <summary>Whether the list is read from its end.</summary>
    public bool IsBackward => _paging.First is null;

    /// <summary>How many rows to read.</summary>
    public int RowsToRead => Size + 1;

    /// <summary>The page of what was read.</summary>
    public Connection<T> Of<T>(IReadOnlyList<T> read, Func<T, string> cursorOf)
    {
        var rows = IsBackward ? read.Take(Size).Reverse() : read.Take(Size);
        var edges = rows.Select(row => new Edge<T>(row, cursorOf(row))).ToList();
        var hasMore = read.Count > Size;
        return new Connection<T>(edges, new ConnectionPageInfo(
            IsBackward ? _paging.Before is not null : hasMore,
            IsBackward ? hasMore : _paging.After is not null,
            edges.FirstOrDefault()?.Cursor,
            edges.LastOrDefault()?.Cursor));
    }
}
