using System.Text.Json.Serialization;

namespace Personalify.Api.Spotify.Models;

/// <summary>A playlist, in the listener's list or alone. Its contents are there for its owner and collaborators only.</summary>
public sealed class FullPlaylist : SpotifyItem
{
    public bool? Collaborative { get; init; }

    public string? Description { get; init; }

    public Followers? Followers { get; init; }

    public IReadOnlyList<Image?>? Images { get; init; }

    public Paging<PlaylistTrack>? Items { get; init; }

    public PublicUser? Owner { get; init; }

    public string? PrimaryColor { get; init; }

    public bool? Public { get; init; }

    /// <summary>Changes whenever the contents do.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>What <see cref="Items"/> was called until 2026.</summary>
    public Paging<PlaylistTrack>? Tracks { get; init; }

    /// <summary>
    /// The contents by whichever name; in a list only their number. Null: they are not this listener's to read, which is not empty.
    /// </summary>
    [JsonIgnore]
    public Paging<PlaylistTrack>? Contents => Items ?? Tracks;
}

public sealed class PlaylistTrack
{
    public DateTimeOffset? AddedAt { get; init; }

    public PublicUser? AddedBy { get; init; }

    public bool? IsLocal { get; init; }

    public IPlayableItem? Item { get; init; }

    public string? PrimaryColor { get; init; }

    /// <summary>What <see cref="Item"/> was called until 2026.</summary>
    public IPlayableItem? Track { get; init; }

    /// <summary>The entry by whichever name; null where it is gone.</summary>
    [JsonIgnore]
    public IPlayableItem? Playable => Item ?? Track;
}
