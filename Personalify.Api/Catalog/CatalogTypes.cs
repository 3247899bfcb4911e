using System.Security.Claims;
using Personalify.GraphQL.DataLoading;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Catalog;

[ObjectType<Artist>]
[Node]
public static class ArtistType
{
    [NodeResolver]
    public static Task<Artist?> FindAsync(
        long id, ArtistByIdDataLoader artists, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        CatalogQueries.GetArtistAsync(id, artists, principal, cancellationToken);

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
[Node]
public static class AlbumType
{
    [NodeResolver]
    public static Task<Album?> FindAsync(
        long id, AlbumByIdDataLoader albums, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        CatalogQueries.GetAlbumAsync(id, albums, principal, cancellationToken);

    [UsePaging(MaxPageSize = 100, ConnectionName = "AlbumTracks")]
    [GraphQLDescription("The album's tracks in the listener's history, by name.")]
    public static async Task<Page<Track>?> GetTracksAsync(
        [Parent] Album album, PagingArguments paging, TracksByAlbumDataLoader tracks, CancellationToken cancellationToken) =>
        await tracks.With(paging).LoadAsync(album.Id, cancellationToken) ?? Page<Track>.Empty;

    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("Whose album it is.")]
    public static Task<Artist> GetArtistAsync([Parent] Album album, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(CatalogId.Of(album.UserId, album.ArtistNumber), cancellationToken);
}

[ObjectType<Track>]
[Node]
public static class TrackType
{
    [NodeResolver]
    public static Task<Track?> FindAsync(
        long id, TrackByIdDataLoader tracks, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        CatalogQueries.GetTrackAsync(id, tracks, principal, cancellationToken);

    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("Who plays it; of several artists the first.")]
    public static Task<Artist> GetArtistAsync([Parent] Track track, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(CatalogId.Of(track.UserId, track.ArtistNumber), cancellationToken);

    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The album it is on; null where none is named, as in account data.")]
    public static async Task<Album?> GetAlbumAsync([Parent] Track track, AlbumByIdDataLoader albums, CancellationToken cancellationToken) =>
        track.AlbumNumber is { } number ? await albums.LoadAsync(CatalogId.Of(track.UserId, number), cancellationToken) : null;
}
