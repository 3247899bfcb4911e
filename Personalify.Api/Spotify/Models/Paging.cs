namespace Personalify.Api.Spotify.Models;

/// <summary>What both kinds of pages have. Entries may be null, and are left out when pages are read one after the other.</summary>
public interface IPaginatable<out T>
{
    IReadOnlyList<T?>? Items { get; }

    string? Next { get; }
}

/// <summary>A page by offset.</summary>
public sealed class Paging<T> : IPaginatable<T>
{
    public string? Href { get; init; }

    public IReadOnlyList<T?>? Items { get; init; }

    public int? Limit { get; init; }

    public string? Next { get; init; }

    public int? Offset { get; init; }

    public string? Previous { get; init; }

    public int? Total { get; init; }
}

/// <summary>A page by cursor.</summary>
public sealed class CursorPaging<T> : IPaginatable<T>
{
    /// <summary>Null on an empty page.</summary>
    public Cursor? Cursors { get; init; }

    public string? Href { get; init; }

    public IReadOnlyList<T?>? Items { get; init; }

    public int? Limit { get; init; }

    public string? Next { get; init; }

    public int? Total { get; init; }
}

/// <summary>For plays, Unix milliseconds; for artists, the last id.</summary>
public sealed class Cursor
{
    public string? After { get; init; }

    public string? Before { get; init; }
}
