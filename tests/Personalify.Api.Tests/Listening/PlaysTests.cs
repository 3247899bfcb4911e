using System.Text.Json;
using System.Text.Json.Nodes;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

public sealed class PlaysTests(PlaysTests.Data data) : IClassFixture<PlaysTests.Data>
{
    private const string Query =
        """
        query($first: Int, $after: String, $last: Int, $before: String, $period: PeriodInput, $play: PlayDefinition! = ANY,
          $filter: ListeningFilterInput, $order: PlayOrder!) { me {
          plays(first: $first, after: $after, last: $last, before: $before, period: $period, play: $play, filter: $filter, orderBy: $order) {
            totalCount
            edges { cursor node { endedAt msPlayed track { id } } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        } } }
        """;

    [StoreTheory]
    [InlineData("NEWEST_FIRST", "ended_at DESC, track_id DESC, ms_played DESC")]
    [InlineData("OLDEST_FIRST", "ended_at, track_id, ms_played")]
    [InlineData("LONGEST_FIRST", "ms_played DESC, ended_at DESC, track_id DESC")]
    public async Task Pages_from_either_end_make_the_whole_list_without_gap_or_repeat(string order, string sql)
    {
        var whole = await ExpectedAsync("true", sql);
        Assert.Equal(whole, await ForwardAsync(order, size: 37));
        Assert.Equal(whole, await BackwardAsync(order, size: 23));
    }

    [StoreTheory]
    [InlineData("""{"filter":{"trackId":"VHJhY2s6NDI5NDk2NzI5OQ=="}}""", "track_id = 3")]
    [InlineData("""{"filter":{"artistId":"QXJ0aXN0OjQyOTQ5NjcyOTg="}}""", "artist_id = 2")]
    [InlineData("""{"filter":{"albumId":"QWxidW06NDI5NDk2NzMwMA=="}}""", "album_id = 4")]
    [InlineData("""{"filter":{"trackId":"VHJhY2s6ODU4OTkzNDU5NQ=="}}""", "false")]
    [InlineData("""{"filter":{"platform":"IOS"}}""", "platform = 'ios'")]
    [InlineData("""{"filter":{"hours":[0,13]}}""", "extract(hour FROM ended_at AT TIME ZONE 'Europe/Berlin') IN (0, 13)")]
    [InlineData(
        """{"filter":{"weekdays":["SUNDAY"],"hours":[23]}}""",
        "extract(hour FROM ended_at AT TIME ZONE 'Europe/Berlin') = 23 AND extract(isodow FROM ended_at AT TIME ZONE 'Europe/Berlin') = 7")]
    [InlineData("""{"filter":{"weekdays":[]}}""", "false")]
    [InlineData("""{"play":"ANY"}""", "true")]
    [InlineData("""{"play":"THIRTY_SECONDS"}""", "ms_played >= 30000")]
    [InlineData("""{"play":"FINISHED"}""", "reason_end = 'trackdone'")]
    [InlineData("""{"play":"HALF_OR_FOUR_MINUTES"}""", "(ms_played >= 240000 OR 2 * ms_played >= duration_ms OR duration_ms IS NULL AND reason_end = 'trackdone')")]
    [InlineData("""{"period":{"from":"2023-03-26","to":"2023-10-29"}}""", "(ended_at AT TIME ZONE 'Europe/Berlin')::date BETWEEN '2023-03-26' AND '2023-10-29'")]
    [InlineData(
        """{"period":{"to":"2023-03-26"},"filter":{"artistId":"QXJ0aXN0OjQyOTQ5NjcyOTc="},"play":"FINISHED"}""",
        "(ended_at AT TIME ZONE 'Europe/Berlin')::date <= '2023-03-26' AND artist_id = 1 AND reason_end = 'trackdone'")]
    [InlineData("""{"period":{"from":"9999-01-01"}}""", "false")]
    public async Task Arguments_keep_what_they_say(string arguments, string condition)
    {
        var expected = await ExpectedAsync(condition, "ended_at, track_id, ms_played");
        Assert.Equal(expected, await ForwardAsync("OLDEST_FIRST", 100, JsonSerializer.Deserialize<JsonObject>(arguments)));
        Assert.Equal(expected.Length, (await PageAsync(With(arguments, 1))).GetProperty("totalCount").GetInt32());
    }

    [StoreFact]
    public async Task What_counts_as_a_play_is_what_counts_in_listening()
    {
        var me = (await data.Application.Ada.QueryAsync(
            "{ me { listening { totals { plays } } plays { totalCount } } }")).GetProperty("me");
        Assert.Equal(
            me.GetProperty("listening").GetProperty("totals").GetProperty("plays").GetInt32(), me.GetProperty("plays").GetProperty("totalCount").GetInt32());
    }

    [StoreFact]
    public async Task A_page_knows_whether_there_is_more_on_either_side()
    {
        var first = await PageAsync(new { first = 25, order = "NEWEST_FIRST" });
        Assert.Equal((true, false), Sides(first));
        var second = await PageAsync(new { first = 25, after = EndCursor(first), order = "NEWEST_FIRST" });
        Assert.Equal((true, true), Sides(second));
        Assert.Equal((false, true), Sides(await PageAsync(new { last = 25, order = "NEWEST_FIRST" })));
        Assert.Equal((true, false), Sides(await PageAsync(new { last = 25, before = EndCursor(first), order = "NEWEST_FIRST" })));
    }

    [StoreFact]
    public async Task A_cursor_stays_where_it_was_when_newer_plays_arrive()
    {
        var first = await PageAsync(new { first = 25, order = "NEWEST_FIRST" });
        var before = await PageAsync(new { first = 25, after = EndCursor(first), order = "NEWEST_FIRST" });
        await data.Application.Database.AddAsync(UserId, new GivenPlay("2025-01-01T00:00:00Z"));
        var after = await PageAsync(new { first = 25, after = EndCursor(first), order = "NEWEST_FIRST" });
        Assert.True(JsonElement.DeepEquals(before.GetProperty("edges"), after.GetProperty("edges")));
    }

    [StoreTheory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("f_______AAAAAAAAAAEAAAABAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("__________4AAAABAAAAAQAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        var response = await data.Application.Ada.SendAsync(Query, new { first = 5, after = cursor, order = "NEWEST_FIRST" });
        var message = Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString();
        Assert.StartsWith("after is not a cursor of this list", message, StringComparison.Ordinal);
        Assert.Equal("HC0078", response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""{"me":{"plays":null}}""", response.GetProperty("data").GetRawText());
    }

    private static JsonObject With(string arguments, int first)
    {
        var variables = JsonSerializer.Deserialize<JsonObject>(arguments)!;
        (variables["first"], variables["order"]) = (first, "OLDEST_FIRST");
        return variables;
    }

    private async Task<List<string>> ForwardAsync(string order, int size, JsonObject? arguments = null)
    {
        var (all, after, more) = (new List<string>(), (string?)null, true);
        while (more)
        {
            var variables = arguments?.DeepClone().AsObject() ?? [];
            (variables["first"], variables["after"], variables["order"]) = (size, after, order);
            var page = await PageAsync(variables);
            all.AddRange(Nodes(page));
            (after, more) = (EndCursor(page), Sides(page).Next);
        }

        return all;
    }

    private async Task<List<string>> BackwardAsync(string order, int size)
    {
        var (all, before, more) = (new List<string>(), (string?)null, true);
        while (more)
        {
            var page = await PageAsync(new { last = size, before, order });
            all.InsertRange(0, Nodes(page));
            (before, more) = (page.GetProperty("pageInfo").GetProperty("startCursor").GetString(), Sides(page).Previous);
        }

        return all;
    }

    private async Task<JsonElement> PageAsync(object variables) =>
        (await data.Application.Ada.QueryAsync(Query, variables)).GetProperty("me").GetProperty("plays");

    private async Task<string[]> ExpectedAsync(string condition, string order) => await data.Application.Database.ReadAsync<string[]>(
        $"""
        SELECT array(SELECT extract(epoch FROM ended_at)::bigint || ' '
            || encode(convert_to('Track:' || (plays.user_id::bigint << 32) + track_id, 'UTF8'), 'base64') || ' ' || ms_played
            FROM plays JOIN tracks ON tracks.user_id = plays.user_id AND tracks.id = track_id
            WHERE plays.user_id = {UserId} AND NOT is_superseded AND {condition} ORDER BY {order})
        """);

    private static IEnumerable<string> Nodes(JsonElement page) =>
        from edge in page.GetProperty("edges").EnumerateArray()
        let node = edge.GetProperty("node")
        let second = node.GetProperty("endedAt").GetDateTimeOffset().ToUnixTimeSeconds()
        select $"{second} {node.GetProperty("track").GetProperty("id")} {node.GetProperty("msPlayed")}";

    private static string? EndCursor(JsonElement page) => page.GetProperty("pageInfo").GetProperty("endCursor").GetString();

    private static (bool Next, bool Previous) Sides(JsonElement page) =>
        (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(), page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());

    public sealed class Data : IAsyncLifetime
    {
        internal ListeningApplication Application { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Application = await ListeningApplication.StartAsync();
            await Application.Database.AddAsync(UserId, RandomPlays.Make(400, seed: 5));
            // Thirty plays of one second and five of one length, which only the track or the time tells apart.
            await Application.Database.AddAsync(
                UserId, Enumerable.Range(1, 30).Select(track => new GivenPlay("2024-06-01T10:00:00Z", track, track % 6 * 1000)));
            await Application.Database.AddAsync(OtherUserId, RandomPlays.Make(50, seed: 6));
        }

        public async Task DisposeAsync() => await Application.DisposeAsync();
    }
}
