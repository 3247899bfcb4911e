using System.Text.Json;
using Personalify.Api.Catalog;
using Personalify.Api.Catalog.Enrichment;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Http;
using Personalify.Api.Spotify.Models;
using Personalify.FakeSpotify.Faults;
using Personalify.FakeSpotify.Invented;
using Personalify.Testing;

namespace Personalify.Api.Tests.Catalog.Enrichment;

/// <summary>Spotify is asked for what is heard most and not known yet, fairly, within the budgets, and never twice.</summary>
public sealed class EnrichmentTests
{
    private const string Refreshed = "SELECT refreshed_at FROM spotify_turns";

    [StoreFact]
    public async Task What_is_heard_most_is_asked_first_and_nothing_twice()
    {
        await using var home = await StartAsync();
        var tracks = Singles(home, 4);
        for (var i = 0; i < tracks.Count; i++) await home.HearAsync(EnrichmentHome.Ada, tracks[i], plays: i + 1);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        Assert.Equal(tracks.AsEnumerable().Reverse().Select(track => "tracks/" + track.Id), home.Asked.Where(IsTrack));
        Assert.Equal(4, home.Asked.Count(path => path.StartsWith("artists/", StringComparison.Ordinal)));

        home.Spotify.Requests.Clear();
        home.Application.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await home.RunAsync());
        Assert.Empty(home.Asked);
    }

    [StoreFact]
    public async Task What_an_import_brings_is_asked_soon_after_it()
    {
        await using var home = await StartAsync();
        await home.ConnectAsync(EnrichmentHome.Ada);
        Assert.Equal(0, await home.RunAsync());

        home.Application.Time.Advance(TimeSpan.FromMinutes(5));
        var track = Assert.Single(Singles(home, 1));
        await home.HearAsync(EnrichmentHome.Ada, track, plays: 3);
        await home.ImportedAsync(EnrichmentHome.Ada);
        Assert.Equal(0, await home.RunAsync());
        home.Application.Time.Advance(TimeSpan.FromMinutes(2));
        await home.RunAsync();
        Assert.Equal("tracks/" + track.Id, Assert.Single(home.Asked, IsTrack));
        Assert.Equal(home.Application.Time.GetUtcNow().UtcDateTime, await home.ReadAsync<DateTime>(Refreshed));

        home.Application.Time.Advance(TimeSpan.FromMinutes(2));
        await home.RunAsync();
        Assert.Equal(home.Application.Time.GetUtcNow().UtcDateTime.AddMinutes(-2), await home.ReadAsync<DateTime>(Refreshed));
    }

    [StoreFact]
    public async Task An_album_tells_of_all_its_tracks()
    {
        await using var home = await StartAsync();
        var album = home.Catalogue.Albums[1]; // longer than a page
        foreach (var track in album.Tracks) await home.HearAsync(EnrichmentHome.Ada, track, plays: 3);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        Assert.Single(home.Asked, IsTrack);
        Assert.Equal(
            ["albums/" + album.Id, $"albums/{album.Id}/tracks"],
            home.Asked.Where(path => path.StartsWith("albums/", StringComparison.Ordinal)));
        Assert.Equal(album.Tracks.Count,
            await home.ReadAsync<int>("SELECT count(*)::int FROM spotify_tracks WHERE duration_ms IS NOT NULL"));
    }

    [StoreFact]
    public async Task Listeners_take_turns_however_much_one_of_them_hears()
    {
        await using var home = await StartAsync(
            ("Spotify:Budgets:Daily:CatalogueTracks", "10"), ("Spotify:Budgets:BackgroundShare", "0.6"));
        var tracks = Singles(home, 20);
        foreach (var track in tracks.Take(10)) await home.HearAsync(EnrichmentHome.Ada, track, plays: 50);
        foreach (var track in tracks.Skip(10)) await home.HearAsync(EnrichmentHome.Bram, track, plays: 1);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.ConnectAsync(EnrichmentHome.Bram);
        await home.RunAsync();
        var asked = home.Asked.Where(IsTrack).Select(path => path["tracks/".Length..]).ToList();
        Assert.Equal(6, asked.Count);
        Assert.Equal(3, asked.Intersect(tracks.Skip(10).Select(track => track.Id!)).Count());

        home.Application.Time.Advance(TimeSpan.FromDays(1));
        await home.RunAsync();
        Assert.Equal(12, home.Asked.Count(IsTrack));
    }

    [StoreFact]
    public async Task A_listener_who_is_not_connected_is_not_asked_for()
    {
        await using var home = await StartAsync();
        await home.HearAsync(EnrichmentHome.Bram, Singles(home, 1)[0], plays: 5);
        Assert.Equal(0, await home.RunAsync());
        await home.ConnectAsync(EnrichmentHome.Ada);
        Assert.Equal(0, await home.RunAsync());
        Assert.Empty(home.Asked);
    }

    [StoreTheory]
    [InlineData("invalid_grant")]
    [InlineData("invalid_client")]
    public async Task A_connection_that_does_not_work_says_nothing_of_an_entry(string error)
    {
        await using var home = await StartAsync();
        var track = Singles(home, 1)[0];
        await home.HearAsync(EnrichmentHome.Ada, track, plays: 5);
        await home.HearAsync(EnrichmentHome.Bram, track, plays: 1);
        await home.ConnectAsync(EnrichmentHome.Ada);
        home.Spotify.Faults.Next("/v1/tracks/*", Fault.Json(System.Net.HttpStatusCode.Unauthorized, "The access token expired"));
        home.Spotify.Faults.Next("/api/token", new Fault { Status = 400, Body = JsonSerializer.Serialize(new { error }) });

        Assert.Equal(0, await home.RunAsync());
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_asked"));

        await home.ExecuteAsync("DELETE FROM spotify_connections");
        await home.ConnectAsync(EnrichmentHome.Bram);
        await home.RunAsync();
        Assert.Equal("FOUND", await home.ReadAsync<string>("SELECT outcome FROM spotify_asked WHERE kind = 'TRACK'"));
    }

    [StoreFact]
    public async Task What_Spotify_does_not_know_is_asked_again_after_a_month()
    {
        await using var home = await StartAsync();
        const string Unknown = "0000000000000000000000";
        await home.HearAsync(EnrichmentHome.Ada, Singles(home, 1)[0], plays: 5, id: Unknown);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        home.Application.Time.Advance(TimeSpan.FromDays(29));
        await home.RunAsync();
        Assert.Equal(["tracks/" + Unknown], home.Asked);
        Assert.Equal("MISSING", await home.ReadAsync<string>("SELECT outcome FROM spotify_asked"));

        home.Application.Time.Advance(TimeSpan.FromDays(2));
        await home.RunAsync();
        Assert.Equal(2, home.Asked.Count);
    }

    [StoreFact]
    public async Task Another_release_in_the_place_of_a_track_is_remembered()
    {
        await using var home = await StartAsync();
        var (asked, said) = (Singles(home, 1)[0], home.Catalogue.Albums[2].Tracks[0]);
        await home.HearAsync(EnrichmentHome.Ada, asked, plays: 5, id: "0000000000000000000009");
        home.Spotify.Faults.Next("/v1/tracks/0000000000000000000009", new Fault { Status = 200, Body = Json(said) });
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        Assert.Equal(said.Id, await home.ReadAsync<string>("SELECT returned_id FROM spotify_asked WHERE kind = 'TRACK'"));
        var track = await home.Client.QueryAsync($"{{ track(id: \"{GlobalId.Of("Track", 1, 1)}\") {{ spotify {{ spotifyId isrc }} }} }}");
        var word = track.GetProperty("track").GetProperty("spotify");
        Assert.Equal((said.Id, said.Isrc), (word.GetProperty("spotifyId").GetString(), word.GetProperty("isrc").GetString()));
        home.Application.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await home.RunAsync());
    }

    [StoreFact]
    public async Task A_group_that_is_closed_does_not_stop_the_others()
    {
        await using var home = await StartAsync();
        foreach (var track in Singles(home, 3)) await home.HearAsync(EnrichmentHome.Ada, track, plays: 2);
        home.Spotify.Faults.Next("/v1/artists/*", Fault.QuotaExceeded(TimeSpan.FromHours(24)), times: int.MaxValue);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        await home.RunAsync();
        Assert.Equal(3, home.Asked.Count(IsTrack));
        Assert.Single(home.Asked, path => path.StartsWith("artists/", StringComparison.Ordinal));
        home.Spotify.Faults.Clear();
        home.Application.Time.Advance(TimeSpan.FromHours(25));
        await home.RunAsync();
        Assert.Equal(4, home.Asked.Count(path => path.StartsWith("artists/", StringComparison.Ordinal)));
    }

    [StoreFact]
    public async Task What_a_killed_process_held_is_asked_by_the_next()
    {
        await using var home = await StartAsync();
        await home.HearAsync(EnrichmentHome.Ada, Singles(home, 1)[0], plays: 2);
        await home.ConnectAsync(EnrichmentHome.Ada);
        var queue = home.Service<WantedStore>();
        await queue.RefreshAsync(EnrichmentHome.Ada, default);
        Assert.NotNull(await queue.ClaimAsync(EnrichmentHome.Ada, WantedKinds.All, default)); // and then nothing more
        Assert.Equal(0, await home.RunAsync());
        home.Application.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(2, await home.RunAsync());
    }

    [StoreFact]
    public async Task What_came_with_another_answer_is_not_asked()
    {
        await using var home = await StartAsync();
        var track = Singles(home, 1)[0];
        await home.HearAsync(EnrichmentHome.Ada, track, plays: 2);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.Service<WantedStore>().RefreshAsync(EnrichmentHome.Ada, default);
        await home.Service<SpotifyCatalog>().KeepAsync([SpotifyJson.Read<FullTrack>(System.Text.Encoding.UTF8.GetBytes(Json(track)))!],
            default);
        await home.RunAsync();
        Assert.DoesNotContain(home.Asked, IsTrack);
    }

    [StoreFact]
    public async Task Spotify_failing_keeps_the_queue()
    {
        await using var home = await StartAsync();
        await home.HearAsync(EnrichmentHome.Ada, Singles(home, 1)[0], plays: 2);
        await home.ConnectAsync(EnrichmentHome.Ada);
        home.Spotify.Faults.Next("/v1/*", Fault.Empty(System.Net.HttpStatusCode.Forbidden));
        Assert.Equal(0, await home.RunAsync());
        Assert.Equal(2, await home.RunAsync());
    }

    [StoreFact]
    public async Task Old_descriptions_go_when_nothing_refers_to_them()
    {
        await using var home = await StartAsync();
        var (kept, gone) = (home.Catalogue.Albums[3].Tracks[0], home.Catalogue.Albums[7].Tracks[0]);
        foreach (var track in new[] { kept, gone })
        {
            await home.HearAsync(EnrichmentHome.Ada, track, plays: 2);
        }

        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        await home.ExecuteAsync($"DELETE FROM plays; DELETE FROM tracks WHERE spotify_id = '{gone.Id}'");
        var purge = home.Service<WordPurge>();
        await purge.RunAsync(default);
        Assert.Equal(2, await home.ReadAsync<int>("SELECT count(*)::int FROM spotify_tracks"));
        home.Application.Time.Advance(TimeSpan.FromDays(31));
        await purge.RunAsync(default);
        Assert.Equal(kept.Id, await home.ReadAsync<string>("SELECT string_agg(spotify_id, ' ') FROM spotify_tracks"));
        Assert.Equal(kept.Album!.Id, await home.ReadAsync<string>("SELECT string_agg(spotify_id, ' ') FROM spotify_albums"));
        Assert.Equal(kept.Artists[0].Id, await home.ReadAsync<string>("SELECT string_agg(spotify_id, ' ') FROM spotify_artists"));
    }

    private static bool IsTrack(string path) => path.StartsWith("tracks/", StringComparison.Ordinal);

    private static Task<EnrichmentHome> StartAsync(params (string Name, string Value)[] settings) => EnrichmentHome.StartAsync(settings);

    /// <summary>Tracks of as many artists and albums.</summary>
    private static List<FakeTrack> Singles(EnrichmentHome home, int count) =>
        [.. home.Catalogue.Albums.Where((_, place) =>
            place % 4 == 3).Select(album => album.Tracks[0]).Where(track => track.Artists.Count == 1).Take(count)];

    private static string Json(FakeTrack track) => JsonSerializer.Serialize(new
    {
        id = track.Id, name = track.Name, duration_ms = track.DurationMs, external_ids = new { isrc = track.Isrc }, type = "track",
        artists = track.Artists.Select(artist => new { id = artist.Id, name = artist.Name }),
        album = new { id = track.Album!.Id, name = track.Album.Name, release_date = track.Album.ReleaseDate },
    });
}
