using System.Text.Json;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

public sealed class ListeningTests(ListeningTests.Api api) : IClassFixture<ListeningTests.Api>, IAsyncLifetime
{
    private readonly ListeningApplication _application = api.Application;

    public Task InitializeAsync() => _application.Database.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [StoreFact]
    public async Task Who_has_listened_to_nothing_gets_zeros_and_no_period()
    {
        Assert.Equal(
            """{"coverage":null,"listening":{"period":null,"play":"THIRTY_SECONDS","totals":{"plays":0,"msPlayed":0,"artists":0,"newArtists":0,"longestStreak":null},"topArtists":{"nodes":[]},"byDay":[],"byMonth":[]}}""",
            await AdaAsync(
                """
                coverage { plays }
                listening {
                  period { days } play totals { plays msPlayed artists newArtists longestStreak { days } }
                  topArtists { nodes { rank } } byDay { day } byMonth { month }
                }
                """));
    }

    [StoreFact]
    public async Task The_days_are_those_of_the_listeners_zone()
    {
        await _application.Database.AddAsync(UserId, new("2023-12-31T23:30:00Z"), new("2024-01-02T22:59:59Z"));
        Assert.Equal(
            """{"coverage":{"firstDay":"2024-01-01","lastDay":"2024-01-02","plays":2},"listening":{"period":{"from":"2024-01-01","to":"2024-01-02","days":2}}}""",
            await AdaAsync("coverage { firstDay lastDay plays } listening { period { from to days } }"));
    }

    [StoreFact]
    public async Task A_ranking_leads_to_the_catalogue()
    {
        await _application.Database.AddAsync(UserId, new("2024-01-01T12:00:00Z", 8, 90_000), new("2024-01-01T12:05:00Z", 9, 60_000));
        Assert.Equal(
            """{"listening":{"topTracks":{"nodes":[{"rank":1,"track":{"name":"Track 8","artist":{"name":"Artist 2"},"album":{"name":"Album 3"}}}]},"topArtists":{"nodes":[{"artist":{"name":"Artist 2"},"tracks":2}]}}}""",
            await AdaAsync("listening { topTracks(first: 1) { nodes { rank track { name artist { name } album { name } } } } topArtists { nodes { artist { name } tracks } } }"));
    }

    [StoreFact]
    public async Task What_counts_as_a_play_is_thirty_seconds_unless_said_otherwise()
    {
        await _application.Database.AddAsync(UserId, new("2024-01-01T12:00:00Z", 1, 29_999), new("2024-01-01T12:05:00Z", 1, 30_000));
        Assert.Equal(
            """{"usual":{"totals":{"plays":1}},"any":{"totals":{"plays":2}}}""",
            await AdaAsync("usual: listening { totals { plays } } any: listening(play: ANY) { totals { plays } }"));
    }

    [StoreFact]
    public async Task Listenings_of_one_period_share_one_statement_and_two_periods_take_two()
    {
        await _application.Database.AddAsync(UserId, new GivenPlay("2024-01-01T12:00:00Z"));
        using var statements = new StatementCount(_application.Database, "play_months");
        await AdaAsync(
            """
            listening {
              totals { plays tracks newArtists longestStreak { days } }
              topTracks { nodes { rank } } topAlbums(orderBy: PLAYS) { nodes { rank } } byHour { plays } byDay { plays }
            }
            """);
        Assert.Equal(1, statements.Count);
        await AdaAsync("a: listening { totals { plays } byDay { plays } } b: listening(play: ANY) { totals { plays newArtists } byHour { plays } }");
        Assert.Equal(2, statements.Count);
        await AdaAsync("""a: listening { totals { plays } } b: listening(period: {from: "2024-01-01"}) { totals { plays newArtists } }""");
        Assert.Equal(4, statements.Count);
    }

    [StoreTheory]
    [InlineData("""{ me { listening(period: {from: "2024-01-02", to: "2024-01-01"}) { play } } }""", "INVALID_PERIOD", "The period ends on 2024-01-01, before it begins on 2024-01-02. Exchange from and to.")]
    [InlineData("""{ me { listening(period: {from: "0001-01-01", to: "9999-12-31"}) { play } } }""", "INVALID_PERIOD", "The period from 0001-01-01 to 9999-12-31 is longer than 200 years. Shorten it, or leave an end open.")]
    [InlineData("{ me { listening { topTracks(first: 501) { nodes { rank } } } } }", "HC0051", "first must be 1..100, was 501.")]
    [InlineData("{ me { listening { topAlbums(first: 0) { nodes { rank } } } } }", "HC0079", "first must be 1..100, was 0.")]
    [InlineData("""{ me { plays(period: {from: "2024-01-02", to: "2024-01-01"}) { nodes { msPlayed } } } }""", "INVALID_PERIOD", "The period ends on 2024-01-01, before it begins on 2024-01-02. Exchange from and to.")]
    [InlineData("{ me { plays(first: 101) { nodes { msPlayed } } } }", "HC0051", "first must be 1..100, was 101.")]
    [InlineData("""{ me { listening { topTracks(after: "xyz") { totalCount } } } }""", "HC0078", "after is not a cursor of this list. Take one from pageInfo or an edge.")]
    public async Task What_cannot_be_answered_is_refused_with_its_code_and_the_way_out(string query, string code, string sentence)
    {
        var response = await _application.Ada.SendAsync(query);
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal((code, sentence), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        Assert.Equal(JsonValueKind.Object, response.GetProperty("data").GetProperty("me").ValueKind);
    }

    [StoreFact]
    public async Task The_widest_open_and_the_farthest_periods_are_answered()
    {
        await _application.Database.AddAsync(UserId, new GivenPlay("2024-01-01T12:00:00Z"));
        Assert.Equal(
            """{"a":{"totals":{"plays":1,"newArtists":1}},"b":{"totals":{"plays":0,"newArtists":0}},"c":{"totals":{"plays":1,"newArtists":1}}}""",
            await AdaAsync(
                """
                a: listening(period: {from: "0001-01-01"}) { totals { plays newArtists } }
                b: listening(period: {from: "9999-12-31"}) { totals { plays newArtists } }
                c: listening(period: {to: "9999-12-31"}) { totals { plays newArtists } }
                """));
    }

    [StoreTheory]
    [InlineData("listening { totals { plays } }")]
    [InlineData("plays { nodes { msPlayed } }")]
    [InlineData("coverage { plays }")]
    public async Task Nobody_sees_what_another_one_listened_to(string selection)
    {
        await _application.Database.AddAsync(UserId, new GivenPlay("2024-01-01T12:00:00Z"));
        var response = await _application.Bob.SendAsync("query($id: ID!) { user(id: $id) { " + selection + " } }", new { id = GlobalId.Of("User", UserId) });
        Assert.True(response.GetProperty("data").GetProperty("user").ValueKind == JsonValueKind.Null, response.ToString());
    }

    private async Task<string> AdaAsync(string selection) =>
        (await _application.Ada.QueryAsync($"{{ me {{ {selection} }} }}")).GetProperty("me").GetRawText();

    public sealed class Api : IAsyncLifetime
    {
        internal ListeningApplication Application { get; private set; } = null!;

        public async Task InitializeAsync() => Application = await ListeningApplication.StartAsync();

        public async Task DisposeAsync() => await Application.DisposeAsync();
    }
}
