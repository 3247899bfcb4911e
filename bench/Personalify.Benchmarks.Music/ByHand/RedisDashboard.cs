using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Personalify.Benchmarks.Music.Stores;

namespace Personalify.Benchmarks.Music.ByHand;

/// <summary>The dashboard from Redis entities: two GET, then MGET for each kind of entity, wave by wave.</summary>
internal sealed class RedisDashboard(MusicCache cache)
{
    private const int Tracks = 20;
    private const int Artists = 10;

    [SuppressMessage("Reliability", "CA2012", Justification = "Both commands leave before either reply is awaited, each once.")]
    public async Task HandleAsync(HttpContext context)
    {
        var (user, range) = await Variables.ReadAsync(context.Request);
        var (found, top) = (cache.UserAsync(user), cache.TopAsync(user, range));
        var name = (await found)!.Name;
        var ids = (await top)!;
        var (foundTracks, foundTop) = (cache.TracksAsync(ids.TrackIds[..Tracks]), cache.ArtistsAsync(ids.ArtistIds[..Artists]));
        var tracks = await foundTracks;
        var foundAlbums = cache.AlbumsAsync([.. tracks.Select(track => track.AlbumId).Distinct()]);
        var foundArtists = cache.ArtistsAsync([.. tracks.SelectMany(track => track.ArtistIds).Distinct()]);
        var topArtists = await foundTop;
        var albums = (await foundAlbums).ToDictionary(album => album.Id);
        var artists = (await foundArtists).ToDictionary(artist => artist.Id);
        await DashboardWriter.WriteAsync(context.Response, name, tracks, new Names(albums, artists), topArtists);
    }

    private readonly struct Names(Dictionary<int, Named> albums, Dictionary<int, Artist> artists) : ITrackNames<Track>
    {
        public (string Name, int Popularity) Of(Track track) => (track.Name, track.Popularity);

        public string Album(Track track) => albums[track.AlbumId].Name;

        public void WriteArtists(Track track, Utf8JsonWriter json)
        {
            foreach (var id in track.ArtistIds) DashboardWriter.WriteName(json, artists[id].Name);
        }
    }
}
