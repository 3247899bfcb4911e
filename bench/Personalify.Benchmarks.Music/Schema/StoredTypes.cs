using Personalify.Benchmarks.Music.Stores;
using Personalify.GraphQL;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Benchmarks.Music.Schema;

/// <summary>A listener whose dashboard comes from PostgreSQL.</summary>
public sealed record User(int Id, string DisplayName);

[ObjectType<User>]
internal static class UserType
{
    public static async Task<IReadOnlyList<Track>> GetTopTracksAsync(
        [Parent] User user, TimeRange range, StatementDataLoader statements, TrackByIdDataLoader tracks, [DefaultValue(20)] int limit) =>
        await tracks.LoadRequiredAsync(await statements.QueryAsync(MusicStore.TopTracks(user.Id, range, limit)));

    public static async Task<IReadOnlyList<Artist>> GetTopArtistsAsync(
        [Parent] User user, TimeRange range, StatementDataLoader statements, ArtistByIdDataLoader artists, [DefaultValue(10)] int limit) =>
        await artists.LoadRequiredAsync(await statements.QueryAsync(MusicStore.TopArtists(user.Id, range, limit)));
}

[ObjectType<Track>]
internal static class TrackType
{
    public static Task<Named> GetAlbumAsync([Parent] Track track, AlbumByIdDataLoader albums) => albums.LoadRequiredAsync(track.AlbumId);

    public static Task<Artist[]> GetArtistsAsync([Parent] Track track, ArtistsByTrackIdDataLoader artists) => artists.LoadRequiredAsync(track.Id);
}
