using System.Text.Json;
using Npgsql;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Community;

/// <summary>What is shown of the listeners who joined, and to whom.</summary>
public sealed class CommunityTests
{
    private const string Lists =
        """
        topArtists { rank name listeners plays msPlayed } topTracks { rank name artistName listeners plays } topGenres { name }
        topListeners { rank lastRank plays msPlayed isYou } months { month listeners plays } days(from: "2024-01-01", to: "2024-12-31") { day listeners plays }
        """;

    private const string Nothing =
        """{"state":"TOO_FEW_LISTENERS","totals":null,"topArtists":[],"topTracks":[],"topGenres":[],"topListeners":[],"months":[],"days":[]}""";

    private static readonly GivenRow Common = new("2024-03-01T10:00:00Z");

    [StoreFact]
    public async Task Nothing_is_shown_until_enough_listeners_have_heard_something()
    {
        await using var home = await CommunityHome.StartAsync();
        await home.ImportAsync(1, Common);
        await home.ImportAsync(2, Common);
        await home.JoinAsync(1, 2, 4); // Dan has heard nothing, so nothing hides among his plays.

        Assert.Equal(Nothing, await home.ReadAsync($"state totals {{ plays }} {Lists}"));
        await home.ImportAsync(4, Common);

        Assert.Equal(
            """
            {"state":"SHOWN","totals":{"listeners":3,"plays":5,"msPlayed":600000,"artists":1,"tracks":1,"firstDay":"2024-03-01","lastDay":"2024-03-01"},
            "topArtists":[{"rank":1,"name":"Mara Quill","listeners":3,"plays":5,"msPlayed":600000}],
            "topTracks":[{"rank":1,"name":"Lanterns","artistName":"Mara Quill","listeners":3,"plays":5}],"topGenres":[],
            "topListeners":[{"rank":1,"lastRank":3,"plays":1,"msPlayed":200000,"isYou":true}],
            "months":[{"month":"2024-03-01","listeners":3,"plays":5}],"days":[{"day":"2024-03-01","listeners":3,"plays":5}]}
            """.ReplaceLineEndings(""),
            await home.ReadAsync($"state totals {{ listeners plays msPlayed artists tracks firstDay lastDay }} {Lists}"));
    }

    [StoreFact]
    public async Task What_too_few_have_heard_is_in_no_list()
    {
        await using var home = await CommunityHome.StartAsync();
        foreach (var listener in new[] { 1, 2, 3 }) await home.ImportAsync(listener, Common);
        await home.ImportAsync(1, Rows("Harbour", "2024-04-01", count: 9));
        await home.ImportAsync(2, Rows("Harbour", "2024-04-02", count: 9));
        await home.JoinAsync(1, 2, 3);

        Assert.Equal(
            """
            {"totals":{"plays":20,"tracks":2,"lastDay":"2024-03-01"},"topTracks":[{"name":"Lanterns"}],"days":[{"day":"2024-03-01"}],"months":[{"month":"2024-03-01"}]}
            """,
            await home.ReadAsync(
                """totals { plays tracks lastDay } topTracks { name } days(from: "2024-01-01", to: "2024-12-31") { day } months { month }"""));
    }

    [StoreFact]
    public async Task What_one_listener_alone_has_heard_is_not_the_difference_of_two_figures()
    {
        await using var home = await CommunityHome.StartAsync();
        foreach (var listener in new[] { 1, 2, 3 }) await home.ImportAsync(listener, Rows("Harbour", "2024-03-02", count: 13));
        await home.ImportAsync(1, Rows("Signals", "2024-03-04", count: 3, ms: 61_234));
        await home.JoinAsync(1, 2, 3);

        Assert.Equal(
            """
            {"totals":{"plays":40,"msPlayed":8000000},"topArtists":[{"plays":40,"msPlayed":8000000}],"topTracks":[{"plays":40,"msPlayed":7800000}],
            "months":[{"plays":40,"msPlayed":8000000}],"days":[{"plays":40,"msPlayed":7800000}]}
            """.ReplaceLineEndings(""),
            await home.ReadAsync(
                """
                totals { plays msPlayed } topArtists { plays msPlayed } topTracks { plays msPlayed }
                months { plays msPlayed } days(from: "2024-03-01", to: "2024-03-31") { plays msPlayed }
                """));
    }

    [StoreFact]
    public async Task Lists_are_ordered_by_time_or_plays_and_as_long_as_asked()
    {
        await using var home = await CommunityHome.StartAsync();
        foreach (var listener in new[] { 1, 2, 3 })
        {
            await home.ImportAsync(listener,
                [.. Rows("Harbour", "2024-04-01", count: 3, ms: 40_000), .. Rows("Signals", "2024-04-02", count: 1, ms: 300_000)]);
        }

        await home.JoinAsync(1, 2, 3);

        Assert.Equal("""{"topTracks":[{"name":"Signals"},{"name":"Harbour"}]}""", await home.ReadAsync("topTracks { name }"));
        Assert.Equal("""{"topTracks":[{"name":"Harbour"}]}""", await home.ReadAsync("topTracks(first: 1, orderBy: PLAYS) { name }"));
    }

    [StoreFact]
    public async Task Genres_are_shown_when_enough_have_heard_them()
    {
        await using var home = await CommunityHome.StartAsync();
        foreach (var listener in new[] { 1, 2, 3 }) await home.ImportAsync(listener, Common);
        await home.ImportAsync(1, new GivenRow("2024-03-05T10:00:00Z", "Tide") { Artist = "Alone" });
        await home.JoinAsync(1, 2, 3);
        await home.ListAsync(
            $"""
            INSERT INTO spotify_tracks (spotify_id, name, artist_ids, artist_names, fetched_at) VALUES
                ('{GivenRow.IdOf("Lanterns")}', 'Lanterns', ARRAY['mara'], ARRAY['Mara Quill'], now()),
                ('{GivenRow.IdOf("Tide")}', 'Tide', ARRAY['alone'], ARRAY['Alone'], now());
            INSERT INTO spotify_artists (spotify_id, name, genres, fetched_at) VALUES
                ('mara', 'Mara Quill', ARRAY['folk'], now()), ('alone', 'Alone', ARRAY['drone'], now())
            """);

        Assert.Equal(
            """{"topGenres":[{"rank":1,"name":"folk","listeners":3,"plays":5}]}""", await home.ReadAsync("topGenres { rank name listeners plays }"));
    }

    [StoreFact]
    public async Task Leaving_and_deleting_an_account_reach_the_figures()
    {
        await using var home = await CommunityHome.StartAsync();
        foreach (var listener in new[] { 1, 2, 3, 4 }) await home.ImportAsync(listener, Common);
        await home.JoinAsync(1, 2, 3, 4);
        Assert.Equal("""{"isCounted":true,"totals":{"listeners":4,"plays":5}}""", await home.ReadAsync("isCounted totals { listeners plays }"));

        await home.LeaveAsync(1);
        Assert.Equal("""{"isCounted":false,"totals":{"listeners":3,"plays":5}}""", await home.ReadAsync("isCounted totals { listeners plays }"));

        await home.Of(4).QueryAsync($"mutation {{ deleteAccount(input: {{ password: \"{Accounts.Password}\" }}) {{ deleted }} }}");
        Assert.Equal(Nothing, await home.ReadAsync($"state totals {{ plays }} {Lists}"));
    }

    [StoreFact]
    public async Task The_minimum_is_a_setting()
    {
        await using var home = await CommunityHome.StartAsync(settings: ("Community:MinimumListeners", "2"));
        foreach (var listener in new[] { 1, 2 }) await home.ImportAsync(listener, Common);
        await home.JoinAsync(1, 2);

        Assert.Equal(
            """{"minimumListeners":2,"topTracks":[{"listeners":2}]}""", await home.ReadAsync("minimumListeners topTracks { listeners }"));
    }

    [StoreFact]
    public async Task A_listener_who_has_not_joined_sees_the_figures_and_is_not_in_them()
    {
        await using var home = await CommunityHome.StartAsync();
        foreach (var listener in new[] { 1, 2, 3, 4 }) await home.ImportAsync(listener, Common);
        await home.JoinAsync(1, 2, 3);

        Assert.Equal(
            """{"isCounted":false,"totals":{"listeners":3},"topListeners":[{"isYou":false}]}""",
            await home.ReadAsync("isCounted totals { listeners } topListeners { isYou }", listener: 4));
        Assert.NotEqual(JsonValueKind.Null, (await home.AskAsync("asOf")).GetProperty("asOf").ValueKind);
    }

    [StoreFact]
    public async Task A_size_or_period_beyond_its_bounds_is_refused()
    {
        await using var home = await CommunityHome.StartAsync();

        Assert.Equal("INVALID_SIZE 0 artists cannot be asked for; ask for 1 to 100.",
            await ErrorOfAsync(home, "topArtists(first: 0) { name }"));
        Assert.Equal("INVALID_SIZE 101 tracks cannot be asked for; ask for 1 to 100.",
            await ErrorOfAsync(home, "topTracks(first: 101) { name }"));
        Assert.Equal("INVALID_SIZE 101 genres cannot be asked for; ask for 1 to 100.",
            await ErrorOfAsync(home, "topGenres(first: 101) { name }"));
        Assert.Equal(
            "INVALID_SIZE -1 groups of listeners cannot be asked for; ask for 1 to 100.",
            await ErrorOfAsync(home, "topListeners(first: -1) { rank }"));
        Assert.Equal(
            "INVALID_PERIOD 367 days cannot be asked for; ask for 1 to 366, or for months.",
            await ErrorOfAsync(home, """days(from: "2024-01-01", to: "2025-01-01") { day }"""));
        Assert.StartsWith("INVALID_PERIOD", await ErrorOfAsync(home, """days(from: "2024-01-02", to: "2024-01-01") { day }"""), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Order_and_limits_are_pushed_down_to_node_B()
    {
        await using var home = await CommunityHome.StartAsync();
        await home.ExecuteStatsAsync(
            """
            INSERT INTO community.artists (id, name, listeners, plays, milliseconds) SELECT n, 'Artist ' || n, n % 9, n, n FROM generate_series(1, 20000) AS n;
            ANALYZE community.artists
            """);

        var plan = await PlanAsync(home,
            "SELECT name, plays FROM remote_community.artists WHERE listeners >= 3 ORDER BY milliseconds DESC, id LIMIT 50");

        Assert.StartsWith("Foreign Scan", plan, StringComparison.Ordinal);
        Assert.Contains("WHERE ((listeners >= 3)) ORDER BY milliseconds DESC NULLS FIRST, id ASC NULLS LAST LIMIT 50::bigint", plan,
            StringComparison.Ordinal);
        Assert.Contains(
            "Remote SQL: SELECT count(*)", await PlanAsync(home, "SELECT count(*) FROM remote_community.artists"),
            StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Without_a_node_B_there_is_no_community_and_one_may_join_all_the_same()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        Assert.Equal(
            """{"community":{"state":"NOT_CONFIGURED","asOf":null,"totals":null,"topArtists":[],"months":[]}}""",
            (await ada.QueryAsync("{ community { state asOf totals { plays } topArtists { name } months { month } } }")).GetRawText());
        Assert.Equal(
            """{"joinCommunity":{"user":{"isInCommunity":true},"errors":null}}""",
            (await ada.QueryAsync("mutation { joinCommunity { user { isInCommunity } errors { __typename } } }")).GetRawText());
        Assert.Equal("""{"me":{"isInCommunity":true}}""", (await ada.QueryAsync("{ me { isInCommunity } }")).GetRawText());
    }

    [StoreFact]
    public async Task Others_are_not_told_who_joined()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        await bob.QueryAsync("mutation { joinCommunity { user { id } } }");

        var users = await ada.SendAsync("{ users(first: 5) { nodes { name isInCommunity } } }");

        Assert.Equal("AUTH_NOT_AUTHORIZED", users.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [StoreFact]
    public async Task A_stranger_is_refused()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();

        var answer = await stranger.SendAsync("{ community { state } }");

        Assert.StartsWith("AUTH_NOT_A", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString(),
            StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(CommunityHome home, string sql) =>
        string.Join('\n', await home.ListAsync($"EXPLAIN (VERBOSE, COSTS OFF) {sql}"));

    private static GivenRow[] Rows(string title, string day, int count, int ms = 200_000) =>
        [.. Enumerable.Range(0, count).Select(hour => new GivenRow($"{day}T{hour + 10:D2}:00:00Z", title, ms))];

    private static async Task<string> ErrorOfAsync(CommunityHome home, string field)
    {
        var answer = await home.Ada.SendAsync($"{{ me {{ name }} community {{ {field} }} }}");
        Assert.Equal("ada", answer.GetProperty("data").GetProperty("me").GetProperty("name").GetString());
        var error = answer.GetProperty("errors")[0];
        return $"{error.GetProperty("extensions").GetProperty("code").GetString()} {error.GetProperty("message").GetString()}";
    }
}
