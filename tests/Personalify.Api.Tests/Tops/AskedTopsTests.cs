using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;
using Personalify.Api.Tests.Caching;
using Personalify.Api.Tests.Sync;
using Personalify.Api.Tops;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Tops;

/// <summary>Of a list that is missing, only what is asked for is fetched, and runs are compared with runs only.</summary>
public sealed class AskedTopsTests
{
    private const string ArtistsPath = "/v1/me/top/artists";
    private const string TracksPath = "/v1/me/top/tracks";
    private static readonly TopsDemand FirstArtists = TopsDemand.Of(50, artists: true, tracks: false, genres: false, moments: false);
    private static readonly TopsDemand FirstTracks = TopsDemand.Of(50, artists: false, tracks: true, genres: false, moments: false);

    [StoreFact]
    public async Task A_thousand_callers_of_the_first_artists_over_two_processes_cause_one_request()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        var id = await home.UserIdAsync("ada");
        await using var other = new OtherProcess(home, redis.ConnectionString);
        TopsReader[] readers = [home.Get<TopsReader>(), other.Get<TopsReader>()];

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number => Task.Run(() =>
            readers[number % 2].ReadAsync(id, TimeRange.ShortTerm, FirstArtists, fresh: false, CancellationToken.None))));

        var request = Assert.Single(home.Spotify.Requests.All);
        Assert.Equal((ArtistsPath, true), (request.Endpoint, request.Query.Contains("limit=50", StringComparison.Ordinal)));
        Assert.Single(answers.Select(lists => string.Join(' ', lists!.Artists.Select(entry => entry.SpotifyId))).Distinct());
        Assert.Equal(50, answers[0]!.Artists.Count);
        var run = Assert.Single(home.History.Runs);
        Assert.Equal((1, 50, 0), (run.Parts[0].Requests, run.Parts[0].Fetched, run.Tops.Count));
        Assert.Contains("Only top artists", run.Parts[0].Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_is_asked_beyond_the_first_page_is_fetched_then_and_the_other_list_is_not()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");

        var first = await TracksAsync(ada, 50);

        Assert.Equal(50, first.Count);
        Assert.Single(home.Spotify.Requests.All);
        var json = await CachedAsync(home, redis);
        Assert.Equal((50, 0, false), (json.GetProperty("tracks").GetArrayLength(), json.GetProperty("artists").GetArrayLength(),
            json.GetProperty("tracks_source").GetProperty("is_whole").GetBoolean()));
        Assert.False(json.TryGetProperty("artists_source", out _));
        Assert.Equal(first[..20], await TracksAsync(ada, 20));
        Assert.Single(home.Spotify.Requests.All);
        home.Application.Time.Advance(TimeSpan.FromSeconds(1));
        var all = await TracksAsync(ada, 99);
        Assert.Equal((99, 3, 0), (all.Count, home.Spotify.Requests.Count(TracksPath), home.Spotify.Requests.Count(ArtistsPath)));
        Assert.Equal(first, all[..50]);
        Assert.True((await CachedAsync(home, redis)).GetProperty("tracks_source").GetProperty("is_whole").GetBoolean());
        Assert.Equal(first, await TracksAsync(ada, 50));
        Assert.Equal(3, home.Spotify.Requests.All.Count);
    }

    [StoreFact]
    public async Task Two_lists_that_were_asked_for_one_after_the_other_are_answered_together_with_the_earlier_time()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        var began = home.Application.Time.GetUtcNow();
        await TracksAsync(ada, 50);
        home.Application.Time.Advance(TimeSpan.FromMinutes(5));
        var artists = await AskAsync(ada, "first: 50", "syncedAt run artists { spotifyId }");

        var both = await AskAsync(ada, "first: 50", "syncedAt run artists { spotifyId } tracks { spotifyId }");

        Assert.Equal(2, home.Spotify.Requests.All.Count);
        Assert.Equal(began + TimeSpan.FromMinutes(5), artists.GetProperty("syncedAt").GetDateTimeOffset());
        Assert.Equal(began, both.GetProperty("syncedAt").GetDateTimeOffset());
        Assert.NotEqual(artists.GetProperty("run").GetString(), both.GetProperty("run").GetString());
        Assert.Equal((artists.GetProperty("artists").GetRawText(), 50),
            (both.GetProperty("artists").GetRawText(), both.GetProperty("tracks").GetArrayLength()));
    }

    [StoreFact]
    public async Task Without_Redis_a_first_page_is_answered_from_the_store()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        var first = await TracksAsync(ada, 50);
        Assert.Equal(first, await TracksAsync(ada, 50));
        Assert.Single(home.Spotify.Requests.All);
    }

    [StoreFact]
    public async Task A_first_page_neither_ends_the_lists_of_the_run_before_nor_stands_in_comparisons()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var before = await RanksAsync(ada);
        await MoveOnAsync(home);

        var page = await AskAsync(ada, "first: 50", "run tracks { rank spotifyId movement { kind places } }");

        Assert.Equal(50, page.GetProperty("tracks").GetArrayLength());
        foreach (var entry in page.GetProperty("tracks").EnumerateArray()) AssertMovedFrom(before, entry);
        Assert.Equal(1L, await home.ReadAsync<long>("SELECT count(*) FROM user_tops WHERE time_range = 'short_term'"));
        Assert.Equal(99L, await home.ReadAsync<long>("SELECT count(*) FROM user_tracks WHERE time_range = 'short_term'"));
        var current = await home.History.FindCurrentAsync(
            await home.UserIdAsync("ada"), home.Spotify.Listener("ada").Id, TimeRange.ShortTerm, CancellationToken.None);
        Assert.Equal((99, home.History.Runs[0].Id), (current!.Lists.Tracks.Count, current.RunId));

        await MoveOnAsync(home);
        var run = await home.SyncAsync(ada, "TOP_LISTS");

        var after = await AskAsync(ada, "first: 99", "run tracks { rank spotifyId movement { kind places } } moments { run }");
        foreach (var entry in after.GetProperty("tracks").EnumerateArray()) AssertMovedFrom(before, entry);
        Assert.Equal((99, 2), (after.GetProperty("tracks").GetArrayLength(), after.GetProperty("moments").GetArrayLength()));
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM user_asked_tops"));
        var tracks = SyncComparison.Between(home.History.Runs[0], run).TimeRanges[0].Tracks;
        Assert.Equal(99, tracks.Kept.Count + tracks.Moved.Count + tracks.Left.Count);
    }

    [StoreFact]
    public async Task Who_asks_for_moments_or_genres_gets_whole_lists()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await TracksAsync(ada, 50);
        home.Application.Time.Advance(TimeSpan.FromSeconds(1));

        var tops = await AskAsync(ada, "first: 50", "run tracks { spotifyId } moments { run }");

        Assert.Equal(50, tops.GetProperty("tracks").GetArrayLength());
        Assert.Equal(tops.GetProperty("run").GetString(), tops.GetProperty("moments")[0].GetProperty("run").GetString());
        Assert.Equal(99, home.History.Runs[^1].Tops[0].Tracks.Count);
    }

    [StoreFact]
    public async Task Where_Spotify_refuses_a_page_is_not_taken_for_the_whole_list()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        var first = await TracksAsync(ada, 50);
        home.Spotify.Faults.Next("/v1/me/top/*", Fault.QuotaExceeded(TimeSpan.FromHours(5)), int.MaxValue);

        Assert.Equal(first, await TracksAsync(ada, 50));
        var error = (await ada.SendAsync("{ me { tops(timeRange: SHORT_TERM) { tracks { rank } } } }")).GetProperty("errors")[0];
        Assert.Equal("SPOTIFY", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [StoreFact]
    public async Task Of_two_listeners_each_gets_their_own_page()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        using var bram = await home.ConnectAsync("bram", ada);

        var (hers, his) = (await TracksAsync(ada, 50), await TracksAsync(bram, 50));

        Assert.NotEqual(hers, his);
        Assert.Equal(hers, await TracksAsync(ada, 50));
        Assert.Equal(his, await TracksAsync(bram, 50));
        Assert.Equal(["ada", "bram"], home.Spotify.Requests.All.Select(request => request.Listener));
    }

    [StoreFact]
    public async Task A_listener_who_disconnects_and_wipes_while_Spotify_answers_leaves_nothing()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await TracksAsync(ada, 50);
        home.Spotify.Faults.Next(ArtistsPath, new Fault { Delay = TimeSpan.FromMinutes(1) });
        var connection = await home.ConnectionAsync("ada");
        var asked = home.Get<TopsReader>().ReadAsync(
            connection.UserId, TimeRange.ShortTerm, FirstArtists, fresh: false, CancellationToken.None);
        var key = TopsCache.KeyOf(connection.SpotifyId, TimeRange.ShortTerm);
        await Eventually.IsTrueAsync(() => home.Spotify.Faults.IsOver, "Spotify has the request");

        await home.ExecuteAsync("DELETE FROM spotify_connections");
        await WipeAsync(home, connection);
        await Eventually.IsTrueAsync(
            () =>
            {
                home.SpotifyTime.Advance(TimeSpan.FromMinutes(1));
                return asked.IsCompleted;
            },
            "Spotify has answered");

        Assert.Null(await asked);
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM user_asked_tops"));
        Assert.False(await (await redis.DatabaseAsync()).KeyExistsAsync(key));
    }

    [StoreFact]
    public async Task Lists_that_were_wiped_meanwhile_are_taken_back_out_of_Redis()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await TracksAsync(ada, 50);
        var connection = await home.ConnectionAsync("ada");
        var lists = await home.Get<TopsStore>().FindAsync(
            connection.UserId, connection.SpotifyId, TimeRange.ShortTerm, FirstTracks, CancellationToken.None);
        await WipeAsync(home, connection);

        await home.Get<TopsRefresh>().CacheAsync(connection.SpotifyId, lists!, CancellationToken.None);

        Assert.False(await (await redis.DatabaseAsync()).KeyExistsAsync(TopsCache.KeyOf(connection.SpotifyId, TimeRange.ShortTerm)));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_number_of_entries_that_no_list_has_is_refused(int first)
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        var error = (await ada.SendAsync($"{{ me {{ tops(first: {first}) {{ run }} }} }}")).GetProperty("errors")[0];
        Assert.Equal("INVALID_SIZE", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Empty(home.Spotify.Requests.All);
    }

    private static async Task WipeAsync(SyncHome home, SpotifyConnection connection)
    {
        foreach (var data in home.Application.Services.GetServices<ISpotifyData>())
            await data.WipeAsync(connection, CancellationToken.None);
    }

    /// <summary>So long that what is here is too old, and Spotify's lists have moved.</summary>
    private static async Task MoveOnAsync(SyncHome home)
    {
        home.SpotifyTime.Advance(TimeSpan.FromDays(60));
        home.Application.Time.Advance(TimeSpan.FromDays(2));
        await home.ReconnectAsync("ada");
    }

    private static void AssertMovedFrom(Dictionary<string, int> before, JsonElement entry)
    {
        var (rank, was) = (entry.GetProperty("rank").GetInt32(), before.GetValueOrDefault(entry.GetProperty("spotifyId").GetString()!));
        var expected = was == 0 ? "ENTERED" : was == rank ? "SAME" : was > rank ? "UP" : "DOWN";
        Assert.Equal(expected, entry.GetProperty("movement").GetProperty("kind").GetString());
    }

    private static async Task<JsonElement> AskAsync(ApiClient listener, string arguments, string fields) =>
        (await listener.QueryAsync($"{{ me {{ tops(timeRange: SHORT_TERM, {arguments}) {{ {fields} }} }} }}"))
            .GetProperty("me").GetProperty("tops");

    private static async Task<List<string>> TracksAsync(ApiClient listener, int first) =>
        [.. (await AskAsync(listener, $"first: {first}", "tracks { spotifyId }")).GetProperty("tracks").EnumerateArray()
            .Select(track => track.GetProperty("spotifyId").GetString()!)];

    private static async Task<Dictionary<string, int>> RanksAsync(ApiClient listener) =>
        (await AskAsync(listener, "first: 99", "tracks { rank spotifyId }")).GetProperty("tracks").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("spotifyId").GetString()!, entry => entry.GetProperty("rank").GetInt32());

    private static async Task<JsonElement> CachedAsync(SyncHome home, TestRedis redis)
    {
        var database = await redis.DatabaseAsync();
        var value = await database.StringGetAsync(TopsCache.KeyOf(home.Spotify.Listener("ada").Id, TimeRange.ShortTerm));
        return JsonDocument.Parse((byte[])value!).RootElement;
    }
}
