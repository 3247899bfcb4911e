using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>What a page asks the Api: who looks and what it shows, in one request.</summary>
public sealed class RequestsTests(WebPages pages) : IClassFixture<WebPages>
{
    [Theory]
    [InlineData("/", "Overview")]
    [InlineData("/?period=today", "Overview")]
    [InlineData("/top/tracks", "Top")]
    [InlineData("/history", "History")]
    [InlineData("/history/2024", "History")]
    [InlineData("/history/plays?period=all", "Plays")]
    [InlineData("/artists/a1", "Place")]
    [InlineData("/imports", "Imports")]
    [InlineData("/imports/7", "Import")]
    [InlineData("/imports/7?handler=Status", "Import")]
    [InlineData("/sync-history", "SyncHistory")]
    [InlineData("/search?q=velvet", "Search")]
    [InlineData("/search?handler=Suggest&q=velvet", "Search")]
    [InlineData("/library", "Library")]
    [InlineData("/community", "Community")]
    [InlineData("/moods", "Moods")]
    [InlineData("/library/playlists/p1", "LibraryPlaylist")]
    [InlineData("/library?handler=Playing", "NowPlaying")]
    [InlineData("/search", "Viewer")]
    [InlineData("/settings", "Viewer")]
    [InlineData("/spotify", "Spotify")]
    [InlineData("/sign-in", "Server")]
    public async Task A_page_is_one_request(string path, string operation)
    {
        Answer();
        await pages.ReadAsync("/settings");

        Assert.Equal((HttpStatusCode.OK, operation), await AskAsync(path));
    }

    [Fact]
    public async Task The_accounts_of_a_server_come_with_the_page_of_its_administrator()
    {
        Answer(SampleAnswers.Viewer(role: "ADMINISTRATOR"));
        await pages.ReadAsync("/settings");

        Assert.Equal((HttpStatusCode.OK, "Accounts"), await AskAsync("/settings"));
    }

    [Fact]
    public async Task Both_nodes_are_one_request_of_an_administrator_and_no_page_of_others()
    {
        Answer(SampleAnswers.Viewer(role: "ADMINISTRATOR"));
        pages.Api.On("Distributed", RemoteAnswers.Up());
        await pages.ReadAsync("/settings");
        Assert.Equal((HttpStatusCode.OK, "Distributed"), await AskAsync("/distributed?table=gigs&plan=1"));

        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Distributed", Refusal);
        Assert.Equal((HttpStatusCode.NotFound, "Distributed Viewer"), await AskAsync("/distributed"));
        Assert.Equal((HttpStatusCode.NotFound, "Viewer"), await AskAsync("/distributed"));
    }

    [Fact]
    public async Task Who_has_no_music_is_told_what_there_is_in_one_request()
    {
        Answer(SampleAnswers.Viewer(hasHistory: false));
        await pages.ReadAsync("/imports");

        Assert.Equal((HttpStatusCode.OK, "SpokenWord"), await AskAsync("/"));
    }

    [Fact]
    public async Task A_session_that_was_not_seen_before_is_asked_for_first()
    {
        Answer();

        Assert.Equal((HttpStatusCode.OK, "Viewer Overview"), await AskAsync("/", "another-token"));
        Assert.Equal((HttpStatusCode.OK, "Overview"), await AskAsync("/", "another-token"));
    }

    [Fact]
    public async Task A_history_that_has_grown_since_is_shown_up_to_its_end()
    {
        Answer(SampleAnswers.Viewer(lastDay: "2025-10-31"));
        await pages.ReadAsync("/");
        pages.Api.On("Viewer", SampleAnswers.Viewer());

        Assert.Equal((HttpStatusCode.OK, "Overview Overview"), await AskAsync("/"));
        Assert.Equal("2025-11-26", pages.Api.VariablesOf("Overview").GetProperty("period").GetProperty("to").GetString());
        Assert.Equal((HttpStatusCode.OK, "Overview"), await AskAsync("/"));
    }

    [Theory]
    [InlineData("/", "Overview")]
    [InlineData("/imports/7", "Import")]
    [InlineData("/search", "Viewer")]
    [InlineData("/top/podcasts", "Viewer")]
    public async Task A_session_that_has_ended_since_leads_to_where_one_signs_in(string path, string operation)
    {
        Answer();
        await pages.ReadAsync("/");
        pages.Api.On("Viewer", SampleAnswers.Nobody()).On("Overview", """{"me":null}""").On("Import", """{"me":null}""");

        Assert.Equal((HttpStatusCode.Redirect, operation), await AskAsync(path));
        Answer();
        Assert.Equal((HttpStatusCode.OK, "Viewer Overview"), await AskAsync("/"));
    }

    [Theory]
    [InlineData("/search?q=velvet", "Search")]
    [InlineData("/settings", "Accounts")]
    public async Task A_refusal_of_what_an_ended_session_asked_for_leads_there_as_well(string path, string operation)
    {
        Answer(SampleAnswers.Viewer(role: "ADMINISTRATOR"));
        await pages.ReadAsync("/");
        pages.Api.On("Viewer", SampleAnswers.Nobody()).On(operation, Refusal);

        Assert.Equal((HttpStatusCode.Redirect, $"{operation} Viewer"), await AskAsync(path));
    }

    [Fact]
    public async Task Who_administers_no_more_gets_the_page_without_the_accounts()
    {
        Answer(SampleAnswers.Viewer(role: "ADMINISTRATOR"));
        await pages.ReadAsync("/");
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Accounts", Refusal);

        Assert.Equal((HttpStatusCode.OK, "Accounts Viewer"), await AskAsync("/settings"));
    }

    [Fact]
    public async Task What_was_seen_of_one_session_is_nothing_to_another()
    {
        Answer(SampleAnswers.Viewer(displayName: "Mallory"));
        await pages.ReadAsync("/");
        Answer();

        using var browser = pages.Browser(isSignedIn: false);
        browser.DefaultRequestHeaders.Add("Cookie", "personalify_session=ines-token");
        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.DoesNotContain("Mallory", page, StringComparison.Ordinal);
        Assert.Contains("Ines", page, StringComparison.Ordinal);
    }

    private const string Refusal =
        """{"errors":[{"message":"The current user is not authorized to access this resource.","extensions":{"code":"AUTH_NOT_AUTHORIZED"}}]}""";

    private async Task<(HttpStatusCode Status, string Operations)> AskAsync(string path, string session = "a-token")
    {
        using var browser = pages.Browser(isSignedIn: false);
        browser.DefaultRequestHeaders.Add("Cookie", $"personalify_session={session}");
        pages.Api.Operations.Clear();
        var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, string.Join(' ', pages.Api.Operations));
    }

    private void Answer(string? viewer = null) => pages.Api.On("Viewer", viewer ?? SampleAnswers.Viewer()).On("Server", SampleAnswers.Nobody())
        .On("Overview", SampleAnswers.Overview()).On("Top", SampleAnswers.TopTracks("Paper Lanterns")).On("Plays", SampleAnswers.Plays())
        .On("Place", SampleAnswers.ArtistPlace("Velvet Harbor")).On("Imports", SampleAnswers.Imports("a.zip", "why"))
        .On("Import", SampleAnswers.Import("QUEUED")).On("Search", """{"search":{"artists":[],"albums":[],"tracks":[]}}""")
        .On("Community", CommunityTests.Shown).On("Moods", MoodsTests.Shown).On("Library", LibraryAnswers.Library()).On("LibraryPlaylist",
            LibraryAnswers.Playlist())
        .On("SyncHistory", """{"me":{"syncHistory":null,"comparable":null}}""")
        .On("Spotify", SampleAnswers.Spotify()).On("NowPlaying", LibraryAnswers.Playing("Paper Lanterns")).On("Accounts", SampleAnswers.Accounts()).On("SpokenWord", """{"me":{"imports":{"nodes":[]}}}""")
        .On("History", """{"me":{"listening":{"totals":{"plays":0},"byDay":[],"byWeekdayHour":[]}}}""");
}
