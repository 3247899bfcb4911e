using System.Net;
using System.Text;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class SyncHistoryTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Away =
        """{"errors":[{"message":"MongoDB does not answer.","extensions":{"code":"SYNC_HISTORY_UNAVAILABLE"}}]}""";

    private const string NoRuns =
        """
        {"me":{"syncHistory":{"nodes":[],"totalCount":0,"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}},"comparable":{"nodes":[]}}}
        """;

    private const string Choices =
        """{"nodes":[{"id":"r3","startedAt":"2026-02-01T23:30:00Z"},{"id":"r2","startedAt":"2026-01-31T09:00:00Z"},{"id":"r1","startedAt":"2026-01-30T09:00:00Z"}]}""";

    private static readonly string Runs =
        """
        {"me":{"syncHistory":{"nodes":[{"id":"r3","startedAt":"2026-02-01T23:30:00Z","status":"PARTIAL","trigger":"SCHEDULE","parts":[
          {"part":"RECENT_PLAYS","status":"COMPLETED","fetched":50,"added":12},{"part":"SAVED_SHOWS","status":"SKIPPED","fetched":0,"added":0}]}],
          "totalCount":3,"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"c","endCursor":"c"}},"comparable":CHOICES}}
        """.Replace("CHOICES", Choices, StringComparison.Ordinal);

    private static readonly string Compared =
        """
        {"me":{"comparable":CHOICES,"compare":{"from":{"id":"r1","startedAt":"2026-01-30T09:00:00Z"},"to":{"id":"r3","startedAt":"2026-02-01T23:30:00Z"},
          "timeRanges":[{"timeRange":"SHORT_TERM","artists":{
            "entered":[{"fromRank":null,"toRank":2,"item":{"rank":2,"spotifyId":"4Z8","name":"=Nina","imageUrl":null,"artistNames":[],"albumName":null}}],
            "left":[{"fromRank":1,"toRank":null,"item":{"rank":1,"spotifyId":"5Z8","name":"<script>","imageUrl":null,"artistNames":[],"albumName":null}}],
            "moved":[],"kept":[]},"tracks":{"entered":[],"left":[],
            "moved":[{"fromRank":3,"toRank":1,"item":{"rank":1,"spotifyId":"t1","name":"So What","imageUrl":null,"artistNames":["Miles"],"albumName":"Blue"}}],"kept":[]}}]}}}
        """.Replace("CHOICES", Choices, StringComparison.Ordinal);

    [Fact]
    public async Task Runs_are_listed_in_the_listeners_zone_and_in_words()
    {
        pages.Api.On("SyncHistory", Runs);
        var page = await pages.ReadAsync("/sync-history");
        var run = page.QuerySelector(".past li")!;
        Assert.Equal("2026-02-01T23:30:00+00:00", run.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("/sync-history/r3", run.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(("In part", "It was due"), (run.QuerySelector(".state")!.TextContent, run.QuerySelector("small")!.TextContent));
        Assert.Equal("Recent plays: 50, 12 new · Podcasts: Left out", run.QuerySelector(".why")!.TextContent);
        Assert.Equal(["r2", "r3"], page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Equal("/sync-history?after=c", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("en", "Spotify does not give this to apps in Development Mode.")]
    [InlineData("id", "Spotify tidak memberikan ini kepada aplikasi dalam Development Mode.")]
    public async Task The_list_says_why_parts_of_a_run_failed_and_each_reason_once(string language, string why)
    {
        const string Message = "Spotify does not give this to apps in Development Mode.";
        pages.Api.On("SyncHistory", Runs.Replace(
            """{"part":"SAVED_SHOWS","status":"SKIPPED","fetched":0,"added":0}""",
            $$"""
            {"part":"SAVED_SHOWS","status":"SKIPPED","fetched":0,"added":0,"message":"{{Message}}"},
            {"part":"SAVED_EPISODES","status":"FAILED","fetched":0,"added":0,"message":"{{Message}}"},
            {"part":"PLAYLISTS","status":"COMPLETED","fetched":5,"added":0,"message":"A note that is no failure."}
            """, StringComparison.Ordinal));
        using var browser = pages.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/sync-history", UriKind.Relative)));

        Assert.Equal([why], page.QuerySelectorAll(".past li .why").Skip(1).Select(reason => reason.TextContent.Trim()));
    }

    [Theory]
    [InlineData(null, "Not connected with Spotify", false)]
    [InlineData("SIGN_IN_AGAIN", "Nothing was fetched before the connection ended", false)]
    [InlineData("ACTIVE", "Not synchronized yet", true)]
    public async Task Nothing_yet_leads_on_by_how_the_connection_stands(string? connection, string title, bool canSynchronize)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: connection)).On("SyncHistory", NoRuns);
        var page = await pages.ReadAsync("/sync-history");
        Assert.Equal(title, page.QuerySelector(".notice h2")!.TextContent);
        Assert.NotNull(page.QuerySelector(".notice a[href='/spotify']"));
        Assert.Equal(canSynchronize, page.QuerySelector(".notice form[action='/tops/artists?handler=Sync'] button") is not null);
    }

    [Fact]
    public async Task Runs_that_were_kept_after_a_connection_ended_are_shown_with_a_word_about_it()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("SyncHistory", Runs);
        var page = await pages.ReadAsync("/sync-history");
        Assert.Contains("not connected with Spotify any more", page.QuerySelector("main .message")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".past li"));
    }

    [Theory]
    [InlineData("2026-02-01T23:30:41Z", "1 Feb 2026, 23:30:00", "1 Feb 2026, 23:30:41")]
    [InlineData("2026-02-01T23:30:00.25Z", "1 Feb 2026, 23:30:00.000", "1 Feb 2026, 23:30:00.250")]
    public async Task Runs_of_the_same_minute_or_second_are_told_apart(string other, string name, string otherName)
    {
        pages.Api.On("SyncHistory", Runs.Replace("2026-01-31T09:00:00Z", other, StringComparison.Ordinal));
        var page = await pages.ReadAsync("/sync-history");
        var names = page.QuerySelectorAll("select[name=from] option").Select(option => option.TextContent.Replace('\u00a0', ' '));
        Assert.Equal([name, otherName, "30 Jan 2026, 09:00"], names);
    }

    [Theory]
    [InlineData("/sync-history", "SyncHistory")]
    [InlineData("/sync-history/r3", "SyncRun")]
    [InlineData("/sync-history/compare?from=r1&to=r3", "SyncCompare")]
    [InlineData("/sync-history/compare", "SyncChoices")]
    public async Task A_history_that_is_away_costs_the_list_and_not_the_page(string path, string operation)
    {
        pages.Api.On(operation, Away);
        using var browser = pages.Browser();
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        var page = await WebPages.ReadAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("The sync history does not answer", page.QuerySelector(".problem h2")!.TextContent);
        Assert.NotNull(page.QuerySelector(".problem a.button"));
        Assert.NotNull(page.QuerySelector("h1"));
    }

    [Fact]
    public async Task A_comparison_shows_what_entered_left_and_moved_with_the_way_to_Spotify()
    {
        pages.Api.On("SyncCompare", Compared);
        var page = await pages.ReadAsync("/sync-history/compare?from=r1&to=r3");
        Assert.Equal(["Entered 1", "Left 1", "Moved 1"], page.QuerySelectorAll("h4").Select(head => head.TextContent));
        Assert.Equal(["https://open.spotify.com/artist/4Z8", "https://open.spotify.com/artist/5Z8", "https://open.spotify.com/track/t1"],
            page.QuerySelectorAll(".rank a").Select(link => link.GetAttribute("href")));
        Assert.Contains("2 places up", page.QuerySelector(".move")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["r1", "r3"], page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll(".rank script"));
    }

    [Fact]
    public async Task A_comparison_comes_as_a_file()
    {
        pages.Api.On("SyncCompare", Compared);
        using var browser = pages.Browser();
        var text = Encoding.UTF8.GetString(await browser.GetByteArrayAsync(new Uri("/sync-history/compare?from=r1&to=r3&handler=csv",
            UriKind.Relative)));
        Assert.Contains("time_range,kind,change,spotify_id,name,artists,album,from_rank,to_rank\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",t1,So What,Miles,Blue,3,1\r\n", text, StringComparison.Ordinal);
        Assert.Contains("'=Nina", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sync-history/compare", "/sync-history/compare?from=r2&to=r3")]
    [InlineData("/sync-history/compare?to=r2", "/sync-history/compare?from=r1&to=r2")]
    [InlineData("/sync-history/compare?to=r1", "/sync-history")]
    public async Task Without_a_choice_a_run_is_compared_with_the_one_before(string path, string expected)
    {
        pages.Api.On("SyncChoices", """{"me":{"comparable":CHOICES}}""".Replace("CHOICES", Choices, StringComparison.Ordinal));
        using var browser = pages.Browser();
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, expected), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("SYNC_RUN_NOT_FOUND", HttpStatusCode.NotFound, "")]
    [InlineData("SYNC_RUN_WITHOUT_TOPS", HttpStatusCode.OK, "These two cannot be compared")]
    public async Task What_cannot_be_compared_is_told(string code, HttpStatusCode status, string title)
    {
        pages.Api.On("SyncCompare", """{"errors":[{"message":"It cannot.","extensions":{"code":"CODE"}}]}""".Replace("CODE", code, StringComparison.Ordinal));
        using var browser = pages.Browser();
        using var response = await browser.GetAsync(new Uri("/sync-history/compare?from=r1&to=r2", UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(title, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_shows_its_parts_and_lists()
    {
        pages.Api.On("SyncRun",
            """
            {"me":{"syncRun":{"id":"r3","startedAt":"2026-02-01T23:30:00Z","finishedAt":"2026-02-01T23:30:02Z","durationMs":2000,"status":"COMPLETED","trigger":"LISTENER",
              "parts":[{"part":"TOP_LISTS","status":"FAILED","fetched":3,"added":2,"removed":1,"requests":7,"message":"Spotify did not answer."}],
              "tops":[{"timeRange":"LONG_TERM","artists":[{"rank":1,"spotifyId":"a1","name":"Nina","imageUrl":null,"artistNames":[],"albumName":null}],"tracks":[],"genres":null}]}}}
            """);
        var page = await pages.ReadAsync("/sync-history/r3");
        Assert.Equal(["3", "2", "1", "7"], page.QuerySelectorAll(".report td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("Spotify did not answer.", page.QuerySelector(".report th[scope=row]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nina", page.QuerySelector(".rank .name")!.TextContent);
        Assert.Equal("/sync-history/compare?to=r3", page.QuerySelector(".head a")!.GetAttribute("href"));
        Assert.Contains("Spotify supplied no genres with it.", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
