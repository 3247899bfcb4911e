using Personalify.Domain.Catalog;

namespace Personalify.Api.Catalog;

[ObjectType<Album>]
public static class AlbumType
{
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
