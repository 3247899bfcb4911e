using System.Text.Json;
using Personalify.Benchmarks.Music.Stores;

namespace Personalify.Benchmarks.Music.ByHand;

/// <summary>The dashboard from PostgreSQL, by the same seven statements as every server.</summary>
internal sealed class PostgresDashboard(MusicStore store)
{
    private const int Tracks = 20;
    private const int Artists = 10;

    /// <summary>One round trip for each wave, on one connection.</summary>
    public async Task InWavesAsync(HttpContext context)
    {
        var (user, range) = await Variables.ReadAsync(context.Request);
        await using var session = await store.OpenAsync();
        var first = await session.QueryAsync([MusicStore.User(user), MusicStore.TopTracks(user, range, Tracks), MusicStore.TopArtists(user, range, Artists)]);
        var (users, trackIds, artistIds) = ((List<Named>)first[0], ((List<int>)first[1]).ToArray(), ((List<int>)first[2]).ToArray());
        var second = await session.QueryAsync([MusicStore.Tracks(trackIds), MusicStore.Artists(artistIds), MusicStore.TrackArtists(trackIds)]);
        var (tracks, artists) = ((List<Track>)second[0], (List<Artist>)second[1]);
        var third = await session.QueryAsync([MusicStore.Albums(AlbumIds(tracks))]);
        var names = new Names((List<Named>)third[0], (List<(int, Artist)>)second[2]);
        await WriteAsync(context, users[0].Name, trackIds, tracks, names, artistIds, artists);
    }

    /// <summary>Each statement by itself, side by side where they can be, as loaders do that know nothing of each other.</summary>
    public async Task OneByOneAsync(HttpContext context)
    {
        var (user, range) = await Variables.ReadAsync(context.Request);
        var users = await store.QueryAsync(MusicStore.User(user));
        var (foundTracks, foundArtists) = (store.QueryAsync(MusicStore.TopTracks(user, range, Tracks)), store.QueryAsync(MusicStore.TopArtists(user, range, Artists)));
        var trackIds = (await foundTracks).ToArray();
        var artistIds = (await foundArtists).ToArray();
        var (tracks, artists) = (store.QueryAsync(MusicStore.Tracks(trackIds)), store.QueryAsync(MusicStore.Artists(artistIds)));
        var (albums, trackArtists) = (store.QueryAsync(MusicStore.Albums(AlbumIds(await tracks))), store.QueryAsync(MusicStore.TrackArtists(trackIds)));
        var names = new Names(await albums, await trackArtists);
        await WriteAsync(context, users[0].Name, trackIds, await tracks, names, artistIds, await artists);
    }

    private static int[] AlbumIds(List<Track> tracks) => [.. tracks.Select(track => track.AlbumId).Distinct()];

    private static Task WriteAsync(
        HttpContext context, string displayName, int[] trackIds, List<Track> tracks, Names names, int[] artistIds, List<Artist> artists)
    {
        var trackById = tracks.ToDictionary(track => track.Id);
        var artistById = artists.ToDictionary(artist => artist.Id);
        return DashboardWriter.WriteAsync(
            context.Response, displayName, Array.ConvertAll(trackIds, id => trackById[id]), names, Array.ConvertAll(artistIds, id => artistById[id]));
    }

    private readonly struct Names(List<Named> albums, List<(int Track, Artist Artist)> artists) : ITrackNames<Track>
    {
        private readonly Dictionary<int, string> _albums = albums.ToDictionary(album => album.Id, album => album.Name);
        private readonly ILookup<int, Artist> _artists = artists.ToLookup(entry => entry.Track, entry => entry.Artist);

        public (string Name, int Popularity) Of(Track track) => (track.Name, track.Popularity);

        public string Album(Track track) => _albums[track.AlbumId];

        public void WriteArtists(Track track, Utf8JsonWriter json)
        {
            foreach (var artist in _artists[track.Id]) DashboardWriter.WriteName(json, artist.Name);
        }
    }
}
