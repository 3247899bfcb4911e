using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Access.Connections;
using Personalify.Api.Caching;
using Personalify.Api.Spotify;
using Personalify.Api.Tests.Access.Connections;
using Personalify.Api.Tests.Caching;
using Personalify.Api.Tests.Sync;
using Personalify.Api.Tops;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;
using StackExchange.Redis;

namespace Personalify.Api.Tests.Tops;

/// <summary>Lists come from Redis first; with it away or wrong, every answer is still right.</summary>
public sealed class TopsCacheTests
{
    /// <summary>What a machine with other work may add before a timer is heard.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(500);

    [StoreFact]
    public async Task A_synchronized_list_is_in_Redis_as_JSON_with_its_time_and_is_answered_from_there()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var database = await redis.DatabaseAsync();
        var key = $"top:{home.Spotify.Listener("ada").Id}:short_term";

        var json = JsonDocument.Parse((byte[])(await database.StringGetAsync(key))!).RootElement;

        Assert.Equal(Api.Tops.Tops.CurrentVersion, json.GetProperty("version").GetInt32());
        Assert.True(json.GetProperty("tracks_source").GetProperty("is_whole").GetBoolean());
        Assert.Equal(home.Application.Time.GetUtcNow(), json.GetProperty("synced_at").GetDateTimeOffset());
        Assert.Equal(99, json.GetProperty("tracks").GetArrayLength());
        Assert.InRange((await database.KeyTimeToLiveAsync(key))!.Value.TotalHours, 25, 26);
        var changed = json.GetRawText().Replace(json.GetProperty("tracks")[0].GetProperty("name").GetString()!, "From Redis",
            StringComparison.Ordinal);
        await database.StringSetAsync(key, changed);
        Assert.Equal("From Redis", (await TopsTests.ReadAsync(ada)).GetProperty("tracks")[0].GetProperty("name").GetString());
    }

    [StoreTheory]
    [InlineData("not JSON")]
    [InlineData("""{"version":0}""")]
    [InlineData("")]
    public async Task What_cannot_be_read_in_Redis_is_a_miss_and_the_store_answers_without_Spotify(string value)
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        await (await redis.DatabaseAsync()).StringSetAsync($"top:{home.Spotify.Listener("ada").Id}:short_term", value);
        home.Spotify.Requests.Clear();
        Assert.Equal(99, (await TopsTests.ReadAsync(ada)).GetProperty("tracks").GetArrayLength());
        Assert.Empty(home.Spotify.Requests.All);
    }

    [StoreFact]
    public async Task A_thousand_callers_over_two_processes_cause_one_request_for_each_page()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        var id = await home.UserIdAsync("ada");
        await using var other = new OtherProcess(home, redis.ConnectionString);
        TopsReader[] readers = [home.Get<TopsReader>(), other.Get<TopsReader>()];

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number =>
            Task.Run(() => readers[number % 2].ReadAsync(id, TimeRange.ShortTerm, TopsDemand.All, fresh: false, CancellationToken.None))));

        Assert.All(answers, lists => Assert.Equal(99, lists!.Tracks.Count));
        Assert.Single(answers.Select(lists => lists!.RunId).Distinct());
        Assert.Equal(2, home.Spotify.Requests.Count("/v1/me/top/tracks"));
        Assert.InRange(home.Spotify.Requests.Count("/v1/me/top/artists"), 1, 2);
        Assert.Single(home.History.Runs);
    }

    [StoreFact]
    public async Task Fresh_asks_Spotify_and_what_it_says_is_answered_from_then_on()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var before = (await TopsTests.ReadAsync(ada)).GetProperty("run").GetString();
        home.Application.Time.Advance(TimeSpan.FromMinutes(1));

        var fresh = (await ada.QueryAsync("{ me { tops(timeRange: SHORT_TERM, fresh: true) { run } } }"))
            .GetProperty("me").GetProperty("tops").GetProperty("run").GetString();

        Assert.NotEqual(before, fresh);
        Assert.Equal(fresh, (await TopsTests.ReadAsync(ada)).GetProperty("run").GetString());
        Assert.Equal(2, home.History.Runs.Count);
    }

    [StoreFact]
    public async Task Where_Spotify_does_not_answer_old_lists_are_still_given()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        home.Application.Time.Advance(TimeSpan.FromDays(3));
        home.Spotify.Faults.Next("/v1/me/top/*", Fault.QuotaExceeded(TimeSpan.FromHours(5)), int.MaxValue);
        Assert.Equal(99, (await TopsTests.ReadAsync(ada)).GetProperty("tracks").GetArrayLength());
    }

    [StoreFact]
    public async Task Where_there_is_nothing_and_Spotify_refuses_the_answer_says_why()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        home.Spotify.Faults.Next("/v1/me/top/*", Fault.QuotaExceeded(TimeSpan.FromHours(5)), int.MaxValue);
        var error = (await ada.SendAsync("{ me { tops { run } } }")).GetProperty("errors")[0];
        Assert.Contains("used up until 2026-03-01 17:00 UTC", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("SPOTIFY", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [StoreFact]
    public async Task With_Redis_stopped_or_frozen_every_answer_is_right_and_none_waits_longer_than_its_limit()
    {
        await using var redis = new TestRedisServer();
        await redis.StartAsync();
        await using var home = await SyncHome.StartAsync(
            services => services.AddSingleton(TimeProvider.System), ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var right = await IdsAsync(ada);

        redis.Server.Process.Freeze();
        for (var read = 0; read < 12; read++) Assert.Equal(right, await IdsAsync(ada));
        // A timer counts whole ticks of the system's clock, so it may ring a part of one before the limit.
        Assert.InRange(
            home.Get<RedisGate>().LongestWait, RedisGate.CallLimit - TimeSpan.FromMilliseconds(16), TimeSpan.FromMilliseconds(250) + Busy);
        redis.Server.Process.Thaw();
        await redis.KillAsync();
        Assert.Equal(right, await IdsAsync(ada));
        await redis.StartAsync();
        await Eventually.IsTrueAsync(() => home.Get<RedisGate>().PingAsync(default), "Redis is used again");
        Assert.Equal(right, await IdsAsync(ada));
        Assert.True(await home.Get<RedisGate>().CallAsync(
            database => database.KeyExistsAsync($"top:{home.Spotify.Listener("ada").Id}:short_term"), false, default));

        static async Task<string> IdsAsync(ApiClient ada) => string.Join(
            ' ', (await ada.QueryAsync("{ me { tops(timeRange: SHORT_TERM) { tracks { spotifyId } } } }"))
                .GetProperty("me").GetProperty("tops").GetProperty("tracks").EnumerateArray().Select(track =>
                    track.GetProperty("spotifyId").GetString()));
    }

    [StoreFact]
    public async Task A_list_that_another_process_could_not_remove_is_found_out_by_the_store()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var (database, key) = (await redis.DatabaseAsync(), $"top:{home.Spotify.Listener("ada").Id}:short_term");
        var old = await database.StringGetAsync(key);
        home.Application.Time.Advance(TimeSpan.FromMinutes(1));
        await home.SyncAsync(ada, "TOP_LISTS");
        var right = await TopsTests.ReadAsync(ada);
        await database.StringSetAsync(key, old);

        Assert.Equal(right.GetRawText(), (await TopsTests.ReadAsync(ada)).GetRawText());

        Assert.NotEqual(old, await database.StringGetAsync(key));
    }

    [StoreFact]
    public async Task A_value_that_was_seen_is_compared_with_the_store_again_after_a_while()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        await TopsTests.ReadAsync(ada);
        await home.ExecuteAsync("UPDATE user_tops SET run_id = gen_random_uuid()");
        var (database, key) = (await redis.DatabaseAsync(), $"top:{home.Spotify.Listener("ada").Id}:short_term");
        var value = await database.StringGetAsync(key);
        await TopsTests.ReadAsync(ada);
        Assert.Equal(value, await database.StringGetAsync(key));

        home.Application.Time.Advance(SeenTops.Believed);
        await TopsTests.ReadAsync(ada);

        Assert.NotEqual(value, await database.StringGetAsync(key));
    }

    [StoreFact]
    public async Task Wiping_removes_lists_from_every_store_at_once()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        await TopsTests.ReadAsync(ada);
        var connection = await home.ConnectionAsync("ada");

        await home.ExecuteAsync("DELETE FROM spotify_connections");
        foreach (var data in home.Application.Services.GetServices<ISpotifyData>()) await data.WipeAsync(connection,
            CancellationToken.None);

        var database = await redis.DatabaseAsync();
        foreach (var range in Enum.GetValues<TimeRange>()) Assert.False(await database.KeyExistsAsync(TopsCache.KeyOf(connection.SpotifyId,
            range)));
        Assert.Equal(0, await home.ReadAsync<long>("SELECT count(*) FROM user_tracks"));
        Assert.Equal(JsonValueKind.Null, (await TopsTests.ReadAsync(ada)).ValueKind);
    }

    [StoreFact]
    public async Task Only_an_administrator_sees_the_cache_and_clears_it_by_prefix()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        using var bram = await home.ConnectAsync("bram", ada);
        await home.SyncAsync(ada, "TOP_LISTS");
        await home.SyncAsync(bram, "TOP_LISTS");
        const string Look = "{ cache { isAvailable keys isComplete hitRate bytes prefixes { prefix keys bytes } } }";
        var cache = (await ada.QueryAsync(Look)).GetProperty("cache");
        Assert.Contains(cache.GetProperty("prefixes").EnumerateArray(), each =>
            each.GetProperty("prefix").GetString() == "top:" && each.GetProperty("keys").GetInt64() == 6);
        Assert.InRange(cache.GetProperty("bytes").GetInt64(), 6 * 5_000, 6 * 500_000);
        Assert.True((await bram.SendAsync(Look)).TryGetProperty("errors", out _));

        var cleared = await ClearAsync(ada, $"top:{home.Spotify.Listener("ada").Id}");
        Assert.Equal(3, cleared.GetProperty("cleared").GetProperty("keys").GetInt64());
        Assert.Equal("InvalidInputError", (await ClearAsync(ada,
            "document")).GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.True(await (await redis.DatabaseAsync()).KeyExistsAsync(TopsCache.KeyOf(home.Spotify.Listener("bram").Id,
            TimeRange.ShortTerm)));
    }

    [StoreFact]
    public async Task Only_what_can_be_read_again_is_cleared_and_what_is_typed_is_no_pattern()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await SyncHome.StartAsync(null, ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        var database = await redis.DatabaseAsync();
        string[] kept = ["document:a", "top", "topic:a", "spotify:a", "TOP:a"];
        string[] cached = [.. CacheAdmin.Prefixes.Select(prefix => prefix + "a")];
        foreach (var key in kept.Concat(cached)) await database.StringSetAsync(key, "x");

        foreach (var prefix in (string[])["", "*", "t", "top", "TOP:", "document", "spotify_", "?op:", " top:"])
        {
            var refused = (await ClearAsync(ada, prefix)).GetProperty("errors")[0];
            Assert.Equal("InvalidInputError", refused.GetProperty("__typename").GetString());
            Assert.Contains("spotify_track:", refused.GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, Keys(await ClearAsync(ada, "top:*")));
        Assert.Equal(0, Keys(await ClearAsync(ada, "top:[a]")));
        foreach (var prefix in CacheAdmin.Prefixes) Assert.Equal(1, Keys(await ClearAsync(ada, prefix)));
        foreach (var key in kept) Assert.True(await database.KeyExistsAsync(key), key);

        static long Keys(JsonElement answer) => answer.GetProperty("cleared").GetProperty("keys").GetInt64();
    }

    /// <summary>What a wipe could not tell Redis is told as soon as Redis answers, and until then the wipe is not done.</summary>
    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wipe_while_Redis_is_frozen_or_away_is_carried_out_when_it_returns(bool isFrozen)
    {
        await using var redis = new TestRedisServer();
        await redis.StartAsync();
        await using var home = await SyncHome.StartAsync(
            services => services.AddSingleton(TimeProvider.System), ("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await home.ConnectAsync("ada");
        await home.SyncAsync(ada, "TOP_LISTS");
        var spotifyId = home.Spotify.Listener("ada").Id;
        RedisKey[] keys = [.. Enum.GetValues<TimeRange>().Select(range => (RedisKey)TopsCache.KeyOf(spotifyId, range))];
        await Eventually.IsTrueAsync(async () => await CountAsync() == keys.Length, "Redis has the lists");

        if (isFrozen) redis.Server.Process.Freeze();
        else await redis.KillAsync();
        var wiped = (await ada.DisconnectAsync(keepData: false)).GetProperty("spotifyDisconnection").GetProperty("isWiped").GetBoolean();
        Assert.False(wiped);
        Assert.Equal(1L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_wipes"));

        if (isFrozen) redis.Server.Process.Thaw();
        else await redis.StartAsync();
        await Eventually.IsTrueAsync(() => home.Get<SpotifyWipes>().FinishAllAsync(), "the wipe is carried out");
        await Eventually.IsTrueAsync(async () => await CountAsync() == 0, "Redis has no list any more");
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_wipes"));

        Task<long> CountAsync() => home.Get<RedisGate>().CallAsync(database => database.KeyExistsAsync(keys), -1L, default);
    }

    private static async Task<JsonElement> ClearAsync(ApiClient client, string prefix) => (await client.QueryAsync(
        "mutation($input: ClearCacheInput!) { clearCache(input: $input) { cleared { keys isComplete } "
        + "errors { __typename ... on Error { message } } } }",
        new { input = new { prefix } })).GetProperty("clearCache");
}
