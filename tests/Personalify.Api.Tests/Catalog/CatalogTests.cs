using System.Text.Json;
using Personalify.Api.Tests.Caching;
using Personalify.Testing;

namespace Personalify.Api.Tests.Catalog;

public sealed class CatalogTests
{
    [StoreFact]
    public async Task Fifty_tracks_with_artists_and_albums_cost_three_statements_and_then_none()
    {
        await using var redis = await TestRedis.CreateAsync();
        await AssertThreeStatementsThenNoneAsync(redis.ConnectionString);
    }

    [StoreFact]
    public Task Without_a_Redis_the_process_caches_by_itself() => AssertThreeStatementsThenNoneAsync(redis: null);

    [StoreFact]
    public async Task Entities_lie_in_Redis_by_kind_and_id()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var application = await CatalogApplication.StartAsync(redis.ConnectionString);
        await application.AddCatalogAsync(1);
        await application.TracksAsync(1);
        var database = await redis.DatabaseAsync();
        string[] keys = ["artist:4294967297", "album:4294967297", "track:4294967297"];
        Assert.All(keys, key => Assert.True(database.KeyExists(key), key));
    }

    [StoreFact]
    public async Task Who_gave_a_name_lies_in_Redis_beside_it()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var application = await CatalogApplication.StartAsync(redis.ConnectionString);
        await application.AddCatalogAsync(1);
        await application.ExecuteAsync("UPDATE albums SET name_source = 'SPOTIFY'; UPDATE tracks SET name_source = 'SPOTIFY'");
        const string expected =
            """{"name":"Track 1","nameSource":"SPOTIFY","artist":{"name":"Artist 1","nameSource":"EXPORT"},"album":{"name":"Album 1","nameSource":"SPOTIFY","artist":{"name":"Artist 1"}}}""";
        Assert.Equal(expected, (await application.TracksAsync(1)).GetProperty("t1").ToString());
        byte[] entry = (await redis.DatabaseAsync()).StringGet("track:4294967297")!;
        Assert.Contains("\"nameSource\":\"Spotify\"", System.Text.Encoding.UTF8.GetString(entry), StringComparison.Ordinal);

        await application.ExecuteAsync("UPDATE tracks SET name_source = 'EXPORT'");
        Assert.Equal(expected, (await application.TracksAsync(1)).GetProperty("t1").ToString());
        await application.Cache.ForgetAsync(CatalogApplication.ListenerId, [], [], [1], default);
        Assert.Equal("EXPORT", (await application.TracksAsync(1)).GetProperty("t1").GetProperty("nameSource").GetString());
    }

    [StoreFact]
    public async Task A_new_name_is_seen_as_soon_as_the_old_one_is_forgotten()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var application = await CatalogApplication.StartAsync(redis.ConnectionString);
        await application.AddCatalogAsync(1);
        Assert.Equal("Artist 1", await ArtistNameAsync(application));
        await application.ExecuteAsync("UPDATE artists SET name = 'Renamed'");
        Assert.Equal("Artist 1", await ArtistNameAsync(application));
        await application.Cache.ForgetAsync(CatalogApplication.ListenerId, [1], [], [], default);
        Assert.Equal("Renamed", await ArtistNameAsync(application));
    }

    [StoreFact]
    public async Task Answers_stay_right_when_Redis_is_killed_in_the_middle()
    {
        await using var redis = new TestRedisServer();
        await redis.StartAsync();
        await using var application = await CatalogApplication.StartAsync(redis.ConnectionString);
        await application.AddCatalogAsync(50);
        var before = await application.TracksAsync(50);
        await redis.KillAsync();
        for (var request = 0; request < 5; request++) Assert.Equal(before.ToString(), (await application.TracksAsync(50)).ToString());
    }

    [StoreFact]
    public async Task What_there_is_not_is_null()
    {
        await using var application = await CatalogApplication.StartAsync(redis: null);
        var data = await application.Listener.QueryAsync(
            "{ artist(id: \"QXJ0aXN0OjQyOTQ5NjcyOTc=\") { name } album(id: \"QWxidW06NDI5NDk2NzI5Nw==\") { name } track(id: \"VHJhY2s6NDI5NDk2NzI5Nw==\") { name } }");
        Assert.All(data.EnumerateObject(), field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind));
    }

    /// <summary>An entry of another listener is answered like an unknown id, and it is in no count.</summary>
    [StoreFact]
    public async Task Another_listeners_entries_are_not_there()
    {
        await using var application = await CatalogApplication.StartAsync(redis: null);
        await application.AddCatalogAsync(1);
        await application.TracksAsync(1);
        using var other = await application.ConnectOtherAsync();
        const string query =
            """
            { artist(id: "QXJ0aXN0OjQyOTQ5NjcyOTc=") { name } album(id: "QWxidW06NDI5NDk2NzI5Nw==") { name } track(id: "VHJhY2s6NDI5NDk2NzI5Nw==") { name }
              unknown: track(id: "VHJhY2s6ODU4OTkzNDU5Mw==") { name } nonsense: track(id: "VHJhY2s6LTE=") { name }
              me { plays(filter: { trackId: "VHJhY2s6NDI5NDk2NzI5Nw==" }) { nodes { msPlayed } } } }
            """;
        var data = await other.QueryAsync(query);
        Assert.Equal(
            """{"artist":null,"album":null,"track":null,"unknown":null,"nonsense":null,"me":{"plays":{"nodes":[]}}}""",
            data.ToString());
    }

    [StoreFact]
    public async Task A_track_without_an_album_says_so()
    {
        await using var application = await CatalogApplication.StartAsync(redis: null);
        await application.AddCatalogAsync(1);
        await application.ExecuteAsync("UPDATE tracks SET album_id = NULL");
        var track = (await application.Listener.QueryAsync("{ track(id: \"VHJhY2s6NDI5NDk2NzI5Nw==\") { album { name } artist { name } } }"))
            .GetProperty("track");
        Assert.Equal("""{"album":null,"artist":{"name":"Artist 1"}}""", track.ToString());
    }

    [StoreTheory]
    [InlineData("artist(id: \"QXJ0aXN0OjQyOTQ5NjcyOTc=\") { name }")]
    [InlineData("album(id: \"QWxidW06NDI5NDk2NzI5Nw==\") { name }")]
    [InlineData("track(id: \"VHJhY2s6NDI5NDk2NzI5Nw==\") { name }")]
    [InlineData("search(text: \"a\") { artists { name } }")]
    public async Task The_catalogue_is_shown_to_who_is_signed_in(string field)
    {
        await using var application = await CatalogApplication.StartAsync(redis: null);
        using var stranger = application.ConnectAsStranger();
        var error = (await stranger.SendAsync($"{{ {field} }}")).GetProperty("errors")[0];
        Assert.Equal("AUTH_NOT_AUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private static async Task AssertThreeStatementsThenNoneAsync(string? redis)
    {
        await using var application = await CatalogApplication.StartAsync(redis);
        await application.AddCatalogAsync(50);
        using var cold = application.Count();
        var first = await application.TracksAsync(50);
        Assert.Equal("Artist 50", first.GetProperty("t50").GetProperty("album").GetProperty("artist").GetProperty("name").GetString());
        Assert.Equal(3, cold.Count);
        using var warm = application.Count();
        Assert.Equal(first.ToString(), (await application.TracksAsync(50)).ToString());
        Assert.Equal(0, warm.Count);
    }

    private static async Task<string?> ArtistNameAsync(CatalogApplication application) =>
        (await application.Listener.QueryAsync("{ artist(id: \"QXJ0aXN0OjQyOTQ5NjcyOTc=\") { name } }"))
            .GetProperty("artist").GetProperty("name").GetString();
}
