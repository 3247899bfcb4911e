using System.Text.Json;
using Personalify.Api.Errors;
using Personalify.Api.Spotify.Models;
using Personalify.Api.Sync;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Sync;
using Personalify.Api.Tops;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Tops;

/// <summary>Top lists through the schema, with their movement and their earlier runs.</summary>
public sealed class TopsTests
{
    private const string Query =
        """
        query($range: TimeRange!, $run: ID) { me { tops(timeRange: $range, run: $run) {
          run syncedAt timeRange genresReason genres { rank name artists }
          artists { rank kind spotifyId name url movement { kind places } artist { id } }
          tracks { rank spotifyId name url imageUrl artistNames albumName movement { kind places } track { id name } }
          moments { run syncedAt }
        } } }
        """;

    [StoreFact]
    public async Task There_are_none_before_the_listener_connects()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.Application.ConnectAsAsync("ada");
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(ada)).ValueKind);
    }

    [StoreFact]
    public async Task The_first_lists_have_no_movement_and_no_genres_where_Spotify_supplies_none()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");

        var tops = await ReadAsync(ada);

        var tracks = tops.GetProperty("tracks").EnumerateArray().ToList();
        Assert.Equal(99, tracks.Count);
        Assert.All(tracks, track => Assert.Equal(JsonValueKind.Null, track.GetProperty("movement").ValueKind));
        var id = tracks[0].GetProperty("spotifyId").GetString();
        Assert.Equal($"https://open.spotify.com/track/{id}", tracks[0].GetProperty("url").GetString());
        Assert.NotEmpty(tracks[0].GetProperty("artistNames").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, tops.GetProperty("genres").ValueKind);
        Assert.Contains("no longer", tops.GetProperty("genresReason").GetString(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_second_lists_say_how_each_place_moved_and_the_first_can_still_be_seen()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var first = await ReadAsync(ada);
        home.SpotifyTime.Advance(TimeSpan.FromDays(60));
        home.Application.Time.Advance(TimeSpan.FromMinutes(1));
        await home.ReconnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");

        var second = await ReadAsync(ada);

        var before = Ranks(first);
        var entries = second.GetProperty("tracks").EnumerateArray().ToList();
        Assert.Contains(entries, entry => Kind(entry) == "UP");
        foreach (var entry in entries)
        {
            var (rank, was) = (entry.GetProperty("rank").GetInt32(), before.GetValueOrDefault(entry.GetProperty("spotifyId").GetString()!));
            var expected = was == 0 ? ("ENTERED", 0) : was == rank ? ("SAME", 0) : was > rank ? ("UP", was - rank) : ("DOWN", rank - was);
            Assert.Equal(expected, (Kind(entry), entry.GetProperty("movement").GetProperty("places").GetInt32()));
        }

        var moments = second.GetProperty("moments").EnumerateArray().Select(moment => moment.GetProperty("run").GetString()).ToList();
        Assert.Equal([second.GetProperty("run").GetString(), first.GetProperty("run").GetString()], moments);
        var earlier = await ReadAsync(ada, run: moments[1]);
        Assert.Equal(before, Ranks(earlier));
        var later = await ReadAsync(ada, run: moments[0]);
        Assert.Equal(second.GetProperty("tracks").GetRawText(), later.GetProperty("tracks").GetRawText());
    }

    [StoreFact]
    public async Task Another_listeners_run_is_not_there()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        using var bram = await home.ConnectAsync("bram", ada);
        await home.SyncAsync(ada, "TOP_LISTS");
        var run = (await ReadAsync(ada)).GetProperty("run").GetString();
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(bram, run: run)).ValueKind);
    }

    [StoreFact]
    public async Task A_track_of_the_listeners_own_history_is_found_by_Spotifys_id()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var first = (await ReadAsync(ada)).GetProperty("tracks")[0];
        await home.ExecuteAsync(
            $"""
            INSERT INTO artists (user_id, id, name, name_key) SELECT id, 1, 'Own', 'Own' FROM users;
            INSERT INTO tracks (user_id, id, spotify_id, artist_id, name, name_key, artist_name, import_id, named_at)
            SELECT id, 1, '{first.GetProperty("spotifyId").GetString()}', 1, 'My name for it', 'My name for it', 'Own', 1, now() FROM users
            """);

        var again = (await ReadAsync(ada)).GetProperty("tracks").EnumerateArray().ToList();

        Assert.Equal("My name for it", again[0].GetProperty("track").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, again[1].GetProperty("track").ValueKind);
    }

    [StoreFact]
    public async Task Where_Spotify_does_not_answer_in_time_the_lists_of_before_are_told_or_why_there_are_none()
    {
        await using var home = await SyncHome.StartAsync(null, ("Tops:MissTimeout", "00:00:00.5"));
        using var ada = await home.ConnectAsync("ada");
        using var bram = await home.ConnectAsync("bram", ada);
        await home.SyncAsync(ada, "TOP_LISTS");
        var run = (await ReadAsync(ada)).GetProperty("run").GetString();
        home.Spotify.Faults.Next("/v1/me/top/*", Fault.Hanging(), int.MaxValue);

        var known = await ada.QueryAsync("{ me { tops(timeRange: SHORT_TERM, fresh: true) { run } } }");
        var unknown = (await bram.SendAsync("{ me { tops(timeRange: SHORT_TERM, fresh: true) { run } } }")).GetProperty("errors")[0];

        Assert.Equal(run, known.GetProperty("me").GetProperty("tops").GetProperty("run").GetString());
        Assert.Equal(ArgumentErrors.Spotify, unknown.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(SyncSentences.Unreachable, unknown.GetProperty("message").GetString());
    }

    [Fact]
    public void Genres_are_counted_over_artists_and_null_when_none_comes_with_any()
    {
        Assert.Null(TopGenres.Of([new FullArtist { Genres = [] }, new FullArtist()]));
        var genres = TopGenres.Of([new FullArtist { Genres = ["b", "a"] }, new FullArtist { Genres = ["a", null, "a"] }, new FullArtist()]);
        Assert.Equal([(1, "a", 2), (2, "b", 1)], genres!.Select(genre => (genre.Rank, genre.Name, genre.Artists)));
    }

    internal static async Task<JsonElement> ReadAsync(ApiClient listener, string range = "SHORT_TERM", string? run = null) =>
        (await listener.QueryAsync(Query, new { range, run })).GetProperty("me").GetProperty("tops");

    private static Dictionary<string, int> Ranks(JsonElement tops) => tops.GetProperty("tracks").EnumerateArray()
        .ToDictionary(entry => entry.GetProperty("spotifyId").GetString()!, entry => entry.GetProperty("rank").GetInt32());

    private static string? Kind(JsonElement entry) => entry.GetProperty("movement").GetProperty("kind").GetString();
}
