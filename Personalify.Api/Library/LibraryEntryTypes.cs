using Personalify.Api.Catalog;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Library;

/// <summary>From what Spotify lists to what the listener's own history has of it.</summary>
[ObjectType<LibraryTrack>]
public static class LibraryTrackType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The track of the listener's own history with this id, or null.")]
    public static async Task<Track?> GetTrackAsync(
        [Parent] LibraryTrack entry, TrackBySpotifyIdDataLoader tracks, CancellationToken cancellationToken) =>
        entry.SpotifyId is { } id ? await tracks.LoadAsync(new OwnedId(entry.UserId, id), cancellationToken) : null;
}

[ObjectType<LibraryAlbum>]
public static class LibraryAlbumType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The album of the listener's own history with this name, by the first of the artists; null without any.")]
    public static async Task<Album?> GetAlbumAsync(
        [Parent] LibraryAlbum entry, AlbumByNamesDataLoader albums, CancellationToken cancellationToken) =>
        entry.Artists is [var artist, ..]
            ? await albums.LoadAsync(new OwnedAlbum(entry.UserId, CatalogName.Key(artist), CatalogName.Key(entry.Name)), cancellationToken)
            : null;
}

[ObjectType<LibraryArtist>]
public static class LibraryArtistType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The artist of the listener's own history with this name, or null.")]
    public static async Task<Artist?> GetArtistAsync(
        [Parent] LibraryArtist entry, ArtistByNameDataLoader artists, CancellationToken cancellationToken) =>
        await artists.LoadAsync(new OwnedArtist(entry.UserId, CatalogName.Key(entry.Name)), cancellationToken);
}

[ObjectType<LibraryPlaylistItem>]
public static class LibraryPlaylistItemType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The track of the listener's own history with this id, or null.")]
    public static async Task<Track?> GetTrackAsync(
        [Parent] LibraryPlaylistItem entry, TrackBySpotifyIdDataLoader tracks, CancellationToken cancellationToken) =>
        entry is { Kind: PlaylistItemKind.Track, SpotifyId: { } id }
            ? await tracks.LoadAsync(new OwnedId(entry.UserId, id), cancellationToken)
            : null;
}

[ObjectType<LibraryPlaylist>]
public static class LibraryPlaylistType
{
    [UsePaging(MaxPageSize = 100, ConnectionName = "LibraryPlaylistItems")]
    [GraphQLDescription("Its entries in its own order; null where none are kept, and itemsState says why.")]
    public static async Task<Page<LibraryPlaylistItem>?> GetItemsAsync(
        [Parent] LibraryPlaylist playlist, PagingArguments paging, ItemsByPlaylistDataLoader items, CancellationToken cancellationToken) =>
        playlist.ItemsState != PlaylistItemsState.Kept ? null
            : await items.With(paging).LoadAsync(new OwnedId(playlist.UserId, playlist.SpotifyId), cancellationToken)
                ?? Page<LibraryPlaylistItem>.Empty;
}
