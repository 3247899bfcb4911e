using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.History;

/// <summary>Spotify's top lists of a listener for one time range, as one run found them.</summary>
/// <param name="TimeRange">Of the lists.</param>
/// <param name="Artists">The best first.</param>
/// <param name="Tracks">The best first.</param>
/// <param name="Genres">Counted over the artists; null where Spotify supplied no genres at all, which it no longer has to.</param>
public sealed record TopLists(
    TimeRange TimeRange, IReadOnlyList<TopItem> Artists, IReadOnlyList<TopItem> Tracks, IReadOnlyList<TopGenre>? Genres);

/// <summary>An artist or a track in a top list, as Spotify described it then.</summary>
public sealed record TopItem
{
    /// <summary>From 1 on.</summary>
    public required int Rank { get; init; }

    public required string SpotifyId { get; init; }

    public required string Name { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>Of a track.</summary>
    public IReadOnlyList<string> ArtistNames { get; init; } = [];

    /// <summary>Of a track.</summary>
    public string? AlbumName { get; init; }
}

/// <summary>A genre and how many of the top artists have it.</summary>
public sealed record TopGenre(int Rank, string Name, int Artists);

/// <summary>The current document of a listener and a time range: what the newest run found.</summary>
public sealed record CurrentTops(string SpotifyId, Guid RunId, DateTimeOffset SyncedAt, TopLists Lists);
