using Personalify.Benchmarks.Music.Stores;
using Personalify.GraphQL;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Benchmarks.Music.Schema;

/// <summary>A listener whose dashboard comes from Redis.</summary>
public sealed record CachedUser(int Id, string DisplayName);

/// <summary>A track with its loaders' world: what is below it comes from Redis too.</summary>
public sealed record CachedTrack([property: GraphQLIgnore] Track Track)
{
    public int Id => Track.Id;

    public string Name => Track.Name;

    public int Popularity => Track.Popularity;
}

[ObjectType<CachedUser>]
internal static class CachedUserType
{
    public static async Task<IReadOnlyList<CachedTrack>> GetTopTracksAsync(
        [Parent] CachedUser user, TimeRange range, CachedTopDataLoader tops, CachedTrackByIdDataLoader tracks, [DefaultValue(20)] int limit) =>
        await tracks.LoadRequiredAsync((await tops.LoadRequiredAsync((user.Id, range))).TrackIds[..limit]);

    public static async Task<IReadOnlyList<Artist>> GetTopArtistsAsync(
        [Parent] CachedUser user, TimeRange range, CachedTopDataLoader tops, CachedArtistByIdDataLoader artists, [DefaultValue(10)] int limit) =>
        await artists.LoadRequiredAsync((await tops.LoadRequiredAsync((user.Id, range))).ArtistIds[..limit]);
}

[ObjectType<CachedTrack>]
internal static class CachedTrackType
{
    public static Task<Named> GetAlbumAsync([Parent] CachedTrack track, CachedAlbumByIdDataLoader albums) => albums.LoadRequiredAsync(track.Track.AlbumId);

    public static Task<IReadOnlyList<Artist>> GetArtistsAsync([Parent] CachedTrack track, CachedArtistByIdDataLoader artists) =>
        artists.LoadRequiredAsync(track.Track.ArtistIds);
}
