using Personalify.Api.Catalog;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Listening;

[ObjectType<TopTrack>]
public static class TopTrackType
{
    [Cost(BatchedLoad.Cost)]
    public static Task<Track> GetTrackAsync([Parent] TopTrack top, TrackByIdDataLoader tracks, CancellationToken cancellationToken) =>
        tracks.LoadRequiredAsync(top.TrackId, cancellationToken);
}

[ObjectType<TopArtist>]
public static class TopArtistType
{
    [Cost(BatchedLoad.Cost)]
    public static Task<Artist> GetArtistAsync([Parent] TopArtist top, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(top.ArtistId, cancellationToken);
}

[ObjectType<TopAlbum>]
public static class TopAlbumType
{
    [Cost(BatchedLoad.Cost)]
    public static Task<Album> GetAlbumAsync([Parent] TopAlbum top, AlbumByIdDataLoader albums, CancellationToken cancellationToken) =>
        albums.LoadRequiredAsync(top.AlbumId, cancellationToken);
}

[ObjectType<Play>]
public static class PlayType
{
    [Cost(BatchedLoad.Cost)]
    public static Task<Track> GetTrackAsync([Parent] Play play, TrackByIdDataLoader tracks, CancellationToken cancellationToken) =>
        tracks.LoadRequiredAsync(CatalogId.Of(play.UserId, play.TrackNumber), cancellationToken);
}
