using System.Text.Json.Serialization;
using Personalify.Api.Access.Connections;
using Personalify.Api.Catalog;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Library;

/// <summary>A playlist as the listener's list gave it.</summary>
internal sealed record PlaylistRow
{
    public required string SpotifyId { get; init; }

    public int Place { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? OwnerName { get; init; }

    public required bool IsOwn { get; init; }

    public required bool IsCollaborative { get; init; }

    public bool? IsPublic { get; init; }

    public string? SnapshotId { get; init; }

    public int? Total { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>Whether Spotify gives its entries to this listener.</summary>
    [JsonIgnore]
    public bool IsReadable => IsOwn || IsCollaborative;

    /// <summary>Null for one that has no id.</summary>
    public static PlaylistRow? Of(FullPlaylist playlist, SpotifyConnection connection) =>
        playlist.Id is not { Length: > 0 } id ? null : new()
    {
        SpotifyId = id,
        Name = LibraryRows.Shown(playlist.Name),
        Description = LibraryRows.Shown(playlist.Description) is { Length: > 0 } description ? description : null,
        OwnerName = LibraryRows.Shown(playlist.Owner?.DisplayName ?? playlist.Owner?.Id) is { Length: > 0 } owner ? owner : null,
        IsOwn = playlist.Owner?.Id == connection.SpotifyId,
        IsCollaborative = playlist.Collaborative ?? false,
        IsPublic = playlist.Public,
        SnapshotId = playlist.SnapshotId,
        Total = playlist.Contents?.Total,
        ImageUrl = SpotifyCatalogRows.Widest(playlist.Images),
    };
}

/// <summary>A playlist whose entries are to be read.</summary>
internal sealed record UnreadPlaylist(string SpotifyId, string Name, string? SnapshotId, int? Total);
