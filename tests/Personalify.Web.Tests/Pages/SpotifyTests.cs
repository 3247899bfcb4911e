using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class SpotifyTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Landed = "/spotify/callback?code=a-code&state=a-state";

    private const string Entered =
        """{"completeSpotifyConnection":{"spotifyCompletion":{"isNewAccount":false,"spotifyName":"Ada","returnPath":"/top/tracks","session":"""
        + """ {"token":"new-token","expiresAt":"2026-03-01T12:00:00Z"}},"errors":null}} """;

    private const string Begun =
        """{"connectSpotify":{"spotifySignIn":{"authorizeUrl":"https://accounts.spotify.com/authorize?state=s","redirectUrl":"""
        + """ "http://127.0.0.1/"},"errors":null}}""";

    [Fact]
    public async Task A_browser_that_began_is_signed_in_and_goes_where_it_wanted()
    {
        pages.Api.On("CompleteSpotify", Entered);
        using var browser = pages.Browser(isSignedIn: false);
        browser.DefaultRequestHeaders.Add("Cookie", "personalify_spotify=a-state");

        using var response = await browser.GetAsync(new Uri(Landed, UriKind.Relative));

        Assert.Equal("/top/tracks", response.Headers.Location?.ToString());
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.StartsWith("personalify_session=new-token", StringComparison.Ordinal));
        Assert.Equal("a-code", pages.Api.VariablesOf("CompleteSpotify").GetProperty("input").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/spotify/callback?code=a-code")]
    [InlineData(Landed)]
    public async Task A_browser_that_did_not_begin_is_asked_and_nothing_is_done_before(string path)
    {
        pages.Api.On("CompleteSpotify", Entered).On("BegunBy", """{"server":{"spotify":{"begunBy":"bob"}}}""");
        using var browser = pages.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", "personalify_spotify=another-state");
        pages.Api.Operations.Clear();

        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri(path, UriKind.Relative)));

        Assert.Equal("Did you begin this?", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("bob", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("CompleteSpotify", pages.Api.Operations);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task A_way_back_that_leads_elsewhere_is_not_taken(string way)
    {
        pages.Api.On("CompleteSpotify", Entered.Replace("/top/tracks", way, StringComparison.Ordinal));
        using var browser = pages.Browser(isSignedIn: false);
        browser.DefaultRequestHeaders.Add("Cookie", "personalify_spotify=a-state");

        using var response = await browser.GetAsync(new Uri(Landed, UriKind.Relative));

        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_went_wrong_is_a_sentence_with_the_way_to_begin_again()
    {
        pages.Api.On("CompleteSpotify",
            """{"completeSpotifyConnection":{"spotifyCompletion":null,"errors":[{"message":"Spotify says no. Begin again."}]}}""");
        using var browser = pages.Browser(isSignedIn: false);
        browser.DefaultRequestHeaders.Add("Cookie", "personalify_spotify=a-state");

        using var response = await browser.GetAsync(new Uri(Landed, UriKind.Relative));
        var page = await WebPages.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Spotify says no. Begin again.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/sign-in", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Where_Spotify_cannot_send_the_browser_back_the_page_stays_and_takes_the_address()
    {
        pages.Api.On("Spotify", SampleAnswers.Spotify(problem: "Spotify does not take this.")).On("Connect", Begun);
        using var browser = pages.Browser();
        var form = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/spotify", UriKind.Relative)));
        Assert.Contains("Spotify does not take this.", form.Body!.TextContent, StringComparison.Ordinal);
        var mark = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", mark)]);

        using var response = await browser.PostAsync(new Uri("/spotify?handler=Connect", UriKind.Relative), content);
        var page = await WebPages.ReadAsync(response);

        Assert.False(response.Headers.Contains("Refresh"));
        Assert.NotNull(page.QuerySelector("a[target=_blank][href^='https://accounts.spotify.com/']"));
        Assert.NotNull(page.QuerySelector("form[action*='handler=Paste'] #field-address"));
    }

    [Fact]
    public async Task Every_page_says_that_a_demo_is_one_and_when_a_connection_ends()
    {
        var viewer = SampleAnswers.Viewer(spotify: "ACTIVE").Replace("\"spotify\":{\"isDemo\":false", "\"spotify\":{\"isDemo\":true",
            StringComparison.Ordinal)
            .Replace("\"expiryWarning\":null", "\"expiryWarning\":\"WEEK\"", StringComparison.Ordinal);
        pages.Api.On("Viewer", viewer).On("Spotify", SampleAnswers.Spotify());

        var page = await pages.ReadAsync("/spotify");

        Assert.StartsWith("Demo Spotify:", page.QuerySelector(".demo-spotify")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Spotify ends your connection on", page.QuerySelector(".message[role=status]")!.TextContent,
            StringComparison.Ordinal);
        pages.Api.On("Viewer", SampleAnswers.Viewer());
        Assert.Null((await pages.ReadAsync("/spotify")).QuerySelector(".demo-spotify"));
    }

    [Fact]
    public async Task What_came_last_what_is_missing_and_the_budgets_stand_beside_the_connection()
    {
        pages.Api.On("Spotify", Owner(
            """
            "spotifyBudgets":[{"group":"TOPS","usedToday":6,"limit":300,"blockedUntil":null},{"group":"LIBRARY","usedToday":0,"limit":300,"blockedUntil":null}],
            "syncHistory":{"nodes":[{"id":"r9","startedAt":"2026-02-01T10:00:00Z","status":"PARTIAL","parts":[
              {"part":"TOP_LISTS","status":"COMPLETED","message":null},{"part":"PLAYLISTS","status":"SKIPPED","message":"You have not granted playlist-read-private."}]}]}
            """));

        var page = await pages.ReadAsync("/spotify");

        var card = page.QuerySelector("section:has(#last-sync)")!;
        Assert.Equal("/sync-history/r9", card.QuerySelector("a")!.GetAttribute("href"));
        var missing = Assert.Single(card.QuerySelectorAll(".points li")).TextContent;
        Assert.Contains("Left out", missing, StringComparison.Ordinal);
        Assert.Contains("You have not granted playlist-read-private.", missing, StringComparison.Ordinal);
        Assert.Equal(["/tops/artists", "/library", "/sync-history"], card.QuerySelectorAll(".more a").Select(link =>
            link.GetAttribute("href")));
        Assert.Equal(["Top artists and tracks"], page.QuerySelectorAll(".budgets tbody th").Select(group => group.TextContent));
        Assert.Contains("6 of 300", page.QuerySelector(".budgets tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_is_reached_after_the_connection_ended()
    {
        pages.Api.On("Spotify", Owner("\"syncHistory\":{\"nodes\":[]}"));

        var card = (await pages.ReadAsync("/spotify")).QuerySelector("section:has(#last-sync)")!;

        Assert.Contains("kept as it was when you disconnected", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("a[href='/library']"));
        Assert.Null(card.QuerySelector("form"));
    }

    [Fact]
    public async Task A_history_that_is_away_costs_its_line_and_not_the_page()
    {
        pages.Api.On("Spotify", variables => variables.GetProperty("history").GetBoolean()
            ? """{"errors":[{"message":"MongoDB does not answer.","extensions":{"code":"SYNC_HISTORY_UNAVAILABLE"}}]}"""
            : Owner("\"spotifyBudgets\":null"));

        var card = (await pages.ReadAsync("/spotify")).QuerySelector("section:has(#last-sync)")!;

        Assert.Contains("does not answer just now", card.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(0, "Places of this server’s app: 0 of 5 are taken.", false)]
    [InlineData(4, "Places of this server’s app: 4 of 5 are taken.", false)]
    [InlineData(5, "All places of this server’s app are taken (5 of 5).", true)]
    [InlineData(6, "All places of this server’s app are taken (6 of 5).", true)]
    public async Task Administrators_see_how_many_places_of_the_servers_app_are_taken(int? listeners, string? says, bool warns)
    {
        pages.Api.On("Spotify", SampleAnswers.Spotify(listeners: listeners));

        var places = (await pages.ReadAsync("/spotify")).QuerySelector(".places");

        Assert.Equal(says, places?.TextContent[..says!.Length]);
        Assert.Equal(warns, places?.ClassList.Contains("message") is true);
    }

    [Fact]
    public async Task Disconnecting_asks_first_and_keeps_unless_wiping_is_chosen()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: "ACTIVE")).On("Spotify", Connected);

        var page = await pages.ReadAsync("/spotify");

        var form = page.QuerySelector("details.confirm form[action$='handler=Disconnect']")!;
        Assert.False(form.Closest("details")!.HasAttribute("open"));
        Assert.Equal(
            [("keep", true), ("wipe", false)],
            form.QuerySelectorAll("fieldset input[type=radio][name=data]")
                .Select(choice => (choice.GetAttribute("value")!, choice.HasAttribute("checked"))));
        Assert.Contains("cannot be taken back", form.TextContent, StringComparison.Ordinal);
        Assert.Equal("Yes, disconnect", form.QuerySelector("button")!.TextContent);
        Assert.Single(page.QuerySelectorAll("form[action$='handler=Disconnect']"));
    }

    [Theory]
    [InlineData("keep", true)]
    [InlineData("wipe", false)]
    [InlineData("", true)]
    [InlineData("anything", true)]
    public async Task Only_the_choice_to_wipe_wipes(string data, bool keeps)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: "ACTIVE")).On("Spotify", Connected).On("Disconnect",
            """{"disconnectSpotify":{"spotifyDisconnection":{"keptData":true,"isWiped":false},"errors":null}}""");

        await DisconnectAsync(data);

        Assert.Equal(keeps, pages.Api.VariablesOf("Disconnect").GetProperty("input").GetProperty("keepData").GetBoolean());
    }

    [Theory]
    [InlineData(true, false, "What came from there stays.")]
    [InlineData(false, true, "is wiped everywhere.")]
    [InlineData(false, false, "A store does not answer just now; what it holds is wiped as soon as it does.")]
    public async Task What_became_of_the_data_is_said(bool kept, bool wiped, string says)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: "ACTIVE")).On("Spotify", Connected).On("Disconnect",
            $$$"""{"disconnectSpotify":{"spotifyDisconnection":{"keptData":{{{Json(kept)}}},"isWiped":{{{Json(wiped)}}}},"errors":null}}""");

        var message = (await DisconnectAsync("keep")).QuerySelector(".message[role=status]")!;

        Assert.EndsWith(says, message.TextContent, StringComparison.Ordinal);

        static string Json(bool value) => value ? "true" : "false";
    }

    [Fact]
    public async Task A_disconnection_that_is_refused_says_why_in_its_open_form()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: "ACTIVE")).On("Spotify", Connected).On("Disconnect",
            """{"disconnectSpotify":{"spotifyDisconnection":null,"errors":[{"message":"Set a password first."}]}}""");

        var details = (await DisconnectAsync("wipe")).QuerySelector("details.confirm:has(form[action$='handler=Disconnect'])")!;

        Assert.True(details.HasAttribute("open"));
        Assert.Contains("Set a password first.", details.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static string Connected => SampleAnswers.Spotify().Replace(
        "\"spotify\":null",
        """
        "spotify":{"spotifyId":"ada","displayName":"Ada","clientId":"c","status":"ACTIVE","authorizedAt":"2026-01-01T00:00:00Z","expiresAt":"2026-07-01T00:00:00Z","features":[]}
        """, StringComparison.Ordinal);

    /// <summary>Presses the button of the form with a choice, and follows to the page after it.</summary>
    private async Task<AngleSharp.Html.Dom.IHtmlDocument> DisconnectAsync(string data)
    {
        using var browser = pages.Browser();
        var form = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/spotify", UriKind.Relative)));
        var mark = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", mark), KeyValuePair.Create("data", data)]);
        var response = await browser.PostAsync(new Uri("/spotify?handler=Disconnect", UriKind.Relative), content);
        return await WebPages.ReadAsync(
            response.StatusCode == HttpStatusCode.Redirect ? await browser.GetAsync(response.Headers.Location) : response);
    }

    /// <summary>A listener who has disconnected and kept what there was, with further fields.</summary>
    private static string Owner(string fields) =>
        SampleAnswers.Spotify().Replace("\"keepsSpotifyData\":false", $"\"keepsSpotifyData\":true,{fields}", StringComparison.Ordinal);
}
