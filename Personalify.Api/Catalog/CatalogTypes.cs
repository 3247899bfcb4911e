namespace Personalify.Api.Catalog;

[ObjectType<Album>]
public static class AlbumType
{
    [Cost(BatchedLoad.Cost)]
    public static Task<Artist> GetArtistAsync([Parent] Album album, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(album.ArtistId, cancellationToken);
}

[ObjectType<Track>]
public static class TrackType
{
    [Cost(BatchedLoad.Cost)]
    public static Task<Artist> GetArtistAsync([Parent] Track track, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(track.ArtistId, cancellationToken);

    [Cost(BatchedLoad.Cost)]
    public static async Task<Album?> GetAlbumAsync([Parent] Track track, AlbumByIdDataLoader albums, CancellationToken cancellationToken) =>
        track.AlbumId is { } id ? await albums.LoadAsync(id, cancellationToken) : null;
}
