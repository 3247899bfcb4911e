using System.Text.Json.Serialization;

namespace Personalify.Api.Spotify.Models;

public class SimpleAlbum : SpotifyItem
{
    /// <summary>Only in an artist's list; not supplied to apps of Development Mode.</summary>
    public string? AlbumGroup { get; init; }

    /// <summary><c>album</c>, <c>single</c> or <c>compilation</c>.</summary>
    public string? AlbumType { get; init; }

    public IReadOnlyList<SimpleArtist?>? Artists { get; init; }

    public IReadOnlyList<string?>? AvailableMarkets { get; init; }

    public IReadOnlyList<Image?>? Images { get; init; }

    public bool? IsPlayable { get; init; }

    /// <summary>A year, a month or a day; <see cref="ReleaseDatePrecision"/> says which.</summary>
    public string? ReleaseDate { get; init; }

    public string? ReleaseDatePrecision { get; init; }

    public Restrictions? Restrictions { get; init; }

    public int? TotalTracks { get; init; }
}

public sealed class FullAlbum : SimpleAlbum
{
    public IReadOnlyList<Copyright?>? Copyrights { get; init; }

    public IReadOnlyDictionary<string, string?>? ExternalIds { get; init; }

    /// <summary>Deprecated: always empty.</summary>
    public IReadOnlyList<string?>? Genres { get; init; }

    /// <summary>Not supplied to apps of Development Mode.</summary>
    public string? Label { get; init; }

    /// <summary>Not supplied to apps of Development Mode.</summary>
    public int? Popularity { get; init; }

    /// <summary>The first page; the others are behind its <c>next</c>.</summary>
    public Paging<SimpleTrack>? Tracks { get; init; }

    [JsonIgnore]
    public string? Upc => ExternalIds?.GetValueOrDefault("upc");
}

public sealed class SavedAlbum
{
    public DateTimeOffset? AddedAt { get; init; }

    public FullAlbum? Album { get; init; }
}
