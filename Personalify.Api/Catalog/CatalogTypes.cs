using Personalify.GraphQL.DataLoading;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Catalog;

[ObjectType<Artist>]
public static class ArtistType
{
    [UsePaging(MaxPageSize = 100, ConnectionName = "ArtistTracks")]
    [GraphQLDescription("The artist's tracks in the listener's history, by name.")]
    public static async Task<Page<Track>?> GetTracksAsync(
        [Parent] Artist artist, PagingArguments paging, TracksByArtistDataLoader tracks, CancellationToken cancellationToken) =>
        await tracks.With(paging).LoadAsync(artist.Id, cancellationToken) ?? Page<Track>.Empty;

    [UsePaging(MaxPageSize = 100, ConnectionName = "ArtistAlbums")]
    [GraphQLDescription("The artist's albums in the listener's history, by name.")]
    public static async Task<Page<Album>?> GetAlbumsAsync(
        [Parent] Artist artist, PagingArguments paging, AlbumsByArtistDataLoader albums, CancellationToken cancellationToken) =>
        await albums.With(paging).LoadAsync(artist.Id, cancellationToken) ?? Page<Album>.Empty;
}

[ObjectType<Album>]
public static class AlbumType
{
    [UsePaging(MaxPageSize = 100, ConnectionName = "AlbumTracks")]
    [GraphQLDescription("The album's tracks in the listener's history, by name.")]
    public static async Task<Page<Track>?> GetTracksAsync(
        [Parent] Album album, PagingArguments paging, TracksByAlbumDataLoader tracks, CancellationToken cancellationToken) =>
        await tracks.With(paging).LoadAsync(album.Id, cancellationToken) ?? Page<Track>.Empty;

    [Cost(BatchedLoad.Cost)]
    public static Task<Artist> GetArtistAsync([Parent] Album album, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(CatalogId.Of(album.UserId, album.ArtistNumber), cancellationToken);
}

[ObjectType<Track>]
public static class TrackType
{
    [Cost(BatchedLoad.Cost)]
    public static Task<Artist> GetArtistAsync([Parent] Track track, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(CatalogId.Of(track.UserId, track.ArtistNumber), cancellationToken);

    [Cost(BatchedLoad.Cost)]
    public static async Task<Album?> GetAlbumAsync([Parent] Track track, AlbumByIdDataLoader albums, CancellationToken cancellationToken) =>
        track.AlbumNumber is { } number ? await albums.LoadAsync(CatalogId.Of(track.UserId, number), cancellationToken) : null;
}
