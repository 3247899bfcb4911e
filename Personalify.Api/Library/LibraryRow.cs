namespace Personalify.Api.Library;

/// <summary>An entry as a list of Spotify's gave it, and as the tables keep it.</summary>
public record LibraryRow
{
    /// <summary>What the entry is known by from one reading of the list to the next.</summary>
    public required string ItemKey { get; init; }

    public string? SpotifyId { get; init; }

    public string? Uri { get; init; }

    public required string Name { get; init; }

    /// <summary>Artists or authors.</summary>
    public IReadOnlyList<string> ByNames { get; init; } = [];

    /// <summary>The album of a track, the show of an episode.</summary>
    public string? PartOf { get; init; }

    public string? ImageUrl { get; init; }

    public DateTimeOffset? AddedAt { get; init; }

    public int? DurationMs { get; init; }

    /// <summary>Tracks of an album, episodes of a show, chapters of a book.</summary>
    public int? ItemCount { get; init; }

    public string? ReleaseDate { get; init; }

    /// <summary>In a playlist: TRACK, EPISODE or OTHER.</summary>
    public string Kind { get; init; } = "OTHER";

    public bool IsLocal { get; init; }
}

/// <summary>With its place in the list.</summary>
internal sealed record PlacedRow : LibraryRow
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public PlacedRow(LibraryRow row)
        : base(row)
    {
    }

    public required int Place { get; init; }
}
