using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Personalify.Api.Spotify.Models;

public class SimpleTrack : SpotifyItem, IPlayableItem
{
    public IReadOnlyList<SimpleArtist?>? Artists { get; init; }

    public IReadOnlyList<string?>? AvailableMarkets { get; init; }

    public int? DiscNumber { get; init; }

    public int? DurationMs { get; init; }

    public bool? Explicit { get; init; }

    /// <summary>Whether it is a file of the listener's own, which has no id.</summary>
    public bool? IsLocal { get; init; }

    public bool? IsPlayable { get; init; }

    /// <summary>The track that was asked for, where another one is given in its place. Not supplied to apps of Development Mode.</summary>
    public LinkedTrack? LinkedFrom { get; init; }

    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It is kept as Spotify writes it.")]
    public string? PreviewUrl { get; init; }

    public Restrictions? Restrictions { get; init; }

    public int? TrackNumber { get; init; }
}

public sealed class FullTrack : SimpleTrack
{
    public SimpleAlbum? Album { get; init; }

    public IReadOnlyDictionary<string, string?>? ExternalIds { get; init; }

    /// <summary>Not supplied to apps of Development Mode.</summary>
    public int? Popularity { get; init; }

    /// <summary>Names the recording, whichever album it is on.</summary>
    [JsonIgnore]
    public string? Isrc => ExternalIds?.GetValueOrDefault("isrc");
}

public sealed class LinkedTrack : SpotifyItem;

public sealed class SavedTrack
{
    public DateTimeOffset? AddedAt { get; init; }

    public FullTrack? Track { get; init; }
}
