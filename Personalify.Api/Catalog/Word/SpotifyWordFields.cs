namespace Personalify.Api.Catalog.Word;

/// <summary>
/// Spotify's word beside the listener's own, only on entries that the listener may see. Pictures fall back on Spotify's.
/// </summary>
[ExtendObjectType(typeof(Artist))]
public static class ArtistSpotifyWord
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("What Spotify says of the artist, or null while it has said nothing.")]
    public static async Task<SpotifyArtist?> GetSpotifyAsync(
        [Parent] Artist artist, SpotifyArtistOfArtistDataLoader artists, CancellationToken cancellationToken) =>
        await artists.LoadAsync(artist.Id, cancellationToken);

    [Cost(BatchedLoad.Picture)]
    [GraphQLDescription("The address of its picture at Spotify, or null while none is known.")]
    public static async Task<string?> GetImageUrlAsync(
        [Parent] Artist artist, SpotifyArtistOfArtistDataLoader artists, CancellationToken cancellationToken) =>
        artist.ImageUrl ?? (await artists.LoadAsync(artist.Id, cancellationToken))?.ImageUrl;
}

/// <inheritdoc cref="ArtistSpotifyWord"/>
[ExtendObjectType(typeof(Album))]
public static class AlbumSpotifyWord
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("What Spotify says of the album, or null while it has said nothing.")]
    public static async Task<SpotifyAlbum?> GetSpotifyAsync(
        [Parent] Album album, SpotifyAlbumOfAlbumDataLoader albums, CancellationToken cancellationToken) =>
        await albums.LoadAsync(album.Id, cancellationToken);

    [Cost(BatchedLoad.Picture)]
    [GraphQLDescription("The address of its picture at Spotify, or null while none is known.")]
    public static async Task<string?> GetImageUrlAsync(
        [Parent] Album album, SpotifyAlbumOfAlbumDataLoader albums, CancellationToken cancellationToken) =>
        album.ImageUrl ?? (await albums.LoadAsync(album.Id, cancellationToken))?.CoverUrl;
}

/// <inheritdoc cref="ArtistSpotifyWord"/>
[ExtendObjectType(typeof(Track))]
public static class TrackSpotifyWord
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("What Spotify says of the track, or null while it has said nothing, and for a track without a Spotify id.")]
    public static async Task<SpotifyTrack?> GetSpotifyAsync(
        [Parent] Track track, SpotifyTrackByIdDataLoader tracks, CancellationToken cancellationToken) =>
        track.SpotifyId is { } id ? await tracks.LoadAsync(id, cancellationToken) : null;

    [Cost(BatchedLoad.Picture)]
    [GraphQLDescription("The address of its picture at Spotify, or null while none is known.")]
    public static async Task<string?> GetImageUrlAsync(
        [Parent] Track track, SpotifyTrackByIdDataLoader tracks, CancellationToken cancellationToken) =>
        track.ImageUrl ?? (await GetSpotifyAsync(track, tracks, cancellationToken))?.CoverUrl;
}
