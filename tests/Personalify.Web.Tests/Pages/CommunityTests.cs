using System.Net;
using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>The page of the community in each of its states, and joining it on Settings.</summary>
public sealed class CommunityTests(WebPages pages) : IClassFixture<WebPages>
{
    internal const string Shown =
        """
        {"community":{"state":"SHOWN","minimumListeners":3,"asOf":"2025-11-26T10:00:00Z","isCounted":true,
        "totals":{"listeners":7,"plays":12345,"msPlayed":3600000000,"artists":321,"tracks":4321,"firstDay":"2020-01-05","lastDay":"2025-11-25"},
        "topArtists":[{"rank":1,"name":"<b>Mara</b>","listeners":5,"plays":400,"msPlayed":72000000},{"rank":2,"name":"Velvet Harbor","listeners":3,"plays":100,"msPlayed":36000000}],
        "topTracks":[{"rank":1,"name":"Lanterns","artistName":"Mara","listeners":4,"plays":50,"msPlayed":7200000}],
        "topGenres":[],
        "topListeners":[{"rank":1,"lastRank":3,"plays":2900,"msPlayed":900000000,"isYou":false},{"rank":4,"lastRank":7,"plays":810,"msPlayed":220000000,"isYou":true}],
        "months":[{"month":"2025-08-01","plays":10,"msPlayed":3600000},{"month":"2025-10-01","plays":30,"msPlayed":7200000}]}}
        """;

    private const string TooFew =
        """
        {"community":{"state":"TOO_FEW_LISTENERS","minimumListeners":4,"asOf":null,"isCounted":false,"totals":null,"topArtists":[],"topTracks":[],"topGenres":[],"topListeners":[],"months":[]}}
        """;

    [Fact]
    public async Task The_page_has_totals_months_and_lists()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/community");

        Assert.Equal("Community · Personalify", page.Title);
        Assert.Equal("7 listeners who joined, as of 26\u00a0Nov\u00a02025, 10:00", page.QuerySelector(".head .sub")!.TextContent);
        Assert.Equal(["Listened", "Plays", "Artists", "Tracks"], page.QuerySelectorAll(".figure h2").Select(title => title.TextContent));
        Assert.Equal(
            ["Hours by month", "Top artists", "Top tracks", "Top genres", "How much is heard"],
            page.QuerySelectorAll(".card h2").Select(title => title.TextContent));
        Assert.Equal(["<b>Mara</b>", "Velvet Harbor"],
            page.QuerySelectorAll("section[aria-labelledby=artists] .name").Select(name => name.TextContent));
        Assert.Equal("/search?q=%3Cb%3EMara%3C%2Fb%3E",
            page.QuerySelector("section[aria-labelledby=artists] a.name")!.GetAttribute("href"));
        Assert.Equal(["100", "50"],
            page.QuerySelectorAll("section[aria-labelledby=artists] rect").Select(bar => bar.GetAttribute("width")));
        Assert.StartsWith("Spotify says of no artist", page.QuerySelector("section[aria-labelledby=genres] .nothing")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_that_too_few_listened_in_have_no_value()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/community");

        Assert.Equal(["1", "", "2"], page.QuerySelectorAll(".chart td").Select(cell => cell.GetAttribute("data-value")));
        Assert.Equal(["10", "", "30"],
            (await pages.ReadAsync("/community?by=plays")).QuerySelectorAll(".chart td").Select(cell => cell.GetAttribute("data-value")));
    }

    [Fact]
    public async Task Listeners_are_groups_without_names_and_the_own_one_is_marked()
    {
        Answer(Shown);

        var entries = (await pages.ReadAsync("/community?by=plays")).QuerySelectorAll("section[aria-labelledby=listeners] li");

        Assert.Equal(["Ranks 1 to 3", "Ranks 4 to 7"], entries.Select(entry => entry.QuerySelector(".name")!.TextContent));
        Assert.Equal([null, "true"], entries.Select(entry => entry.GetAttribute("aria-current")));
        Assert.Equal(["about 2,900 plays", "about 810 plays"], entries.Select(entry => entry.QuerySelector(".val")!.TextContent));
        Assert.Equal("you are one of them", entries[1].QuerySelector("small")!.TextContent);
    }

    [Fact]
    public async Task Lists_can_be_ordered_by_plays()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/community?by=plays");

        Assert.Equal("PLAYS", pages.Api.VariablesOf("Community").GetProperty("by").GetString());
        Assert.Equal("/community?by=plays", page.QuerySelector(".head a[aria-current]")!.GetAttribute("href"));
        Assert.Equal("400 plays", page.QuerySelector("section[aria-labelledby=artists] .val")!.TextContent);
        Assert.Equal("Plays by month", page.QuerySelector("#months")!.TextContent);
    }

    [Theory]
    [InlineData(false, true, "You have left, and your plays are still in these figures.")]
    [InlineData(true, false, "You have joined, and your plays are not in these figures yet.")]
    [InlineData(false, false, "Your plays are not in these figures, because you have not joined.")]
    [InlineData(true, true, null)]
    public async Task One_is_told_where_the_own_plays_stand(bool isMember, bool isCounted, string? note)
    {
        Answer(Shown.Replace("\"isCounted\":true", $"\"isCounted\":{(isCounted ? "true" : "false")}", StringComparison.Ordinal), isMember);

        var message = (await pages.ReadAsync("/community")).QuerySelector(".message");

        if (note is null) Assert.Null(message);
        else Assert.StartsWith(note, message!.TextContent, StringComparison.Ordinal);
        Assert.Equal(note is not null && !isMember, message?.QuerySelector("a[href='/settings#community']") is not null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Too_few_listeners_are_told_without_their_number(bool isMember)
    {
        Answer(TooFew, isMember);

        var notice = (await pages.ReadAsync("/community")).QuerySelector(".notice")!;

        Assert.Equal("Not enough listeners yet", notice.QuerySelector("h2")!.TextContent);
        Assert.StartsWith("There are figures once at least 4 listeners have joined", notice.QuerySelector("p")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(isMember ? null : "/settings#community", notice.QuerySelector("a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_server_without_a_node_B_says_so()
    {
        Answer(TooFew.Replace("TOO_FEW_LISTENERS", "NOT_CONFIGURED", StringComparison.Ordinal));

        Assert.Equal("There is no community on this server",
            (await pages.ReadAsync("/community")).QuerySelector(".notice h2")!.TextContent);
    }

    [Theory]
    [InlineData("NODE_B_AWAY")]
    [InlineData("NODE_B_TOO_SLOW")]
    [InlineData("REMOTE_TABLE_REFUSED")]
    public async Task A_node_B_that_is_away_costs_the_figures_and_the_page_says_so(string code)
    {
        Answer("""{"errors":[{"message":"Node B does not answer.","extensions":{"code":"CODE"}}],"data":{"viewer":null,"community":null}}"""
            .Replace("CODE", code, StringComparison.Ordinal));

        var notice = (await pages.ReadAsync("/community")).QuerySelector(".problem")!;

        Assert.Equal("The community’s figures are away at the moment", notice.QuerySelector("h2")!.TextContent);
        Assert.Equal("/community", notice.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_order_that_there_is_not_is_refused()
    {
        Answer(Shown);
        using var browser = pages.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(new Uri("/community?by=name", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Navigation_leads_there_and_on_a_phone_it_shares_a_tab_with_the_top()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/community");

        Assert.Equal("page", page.QuerySelector(".rail a[href='/community']")!.GetAttribute("aria-current"));
        Assert.Null(page.QuerySelector(".tabs a[href='/community']"));
        Assert.Equal("true", page.QuerySelector(".tabs a[href='/top/tracks']")!.GetAttribute("aria-current"));
        Assert.Equal(["Top", "Moods", "Community"], page.QuerySelectorAll(".within a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData(false, "JoinCommunity", "you have not joined", "You have joined the community.")]
    [InlineData(true, "LeaveCommunity", "you have joined", "You have left the community.")]
    public async Task Settings_say_whether_one_has_joined_and_change_it(bool isMember, string operation, string state, string done)
    {
        var field = char.ToLowerInvariant(operation[0]) + operation[1..];
        Answer(Shown, isMember).On(operation, $"{{\"{field}\":{{\"user\":{{\"id\":\"1\"}},\"errors\":null}}}}");
        using var browser = pages.Browser();
        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/settings", UriKind.Relative)));
        Assert.Equal(state, page.QuerySelector("section[aria-labelledby=community] .sub")!.TextContent);

        var form = page.QuerySelector($"form[action*='handler={operation}']")!;
        var token = ((IHtmlInputElement)form.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        var response = await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var next = await WebPages.ReadAsync(await browser.GetAsync(response.Headers.Location));
        Assert.StartsWith(done, next.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    private FakeApi Answer(string community, bool isMember = true)
    {
        var viewer = SampleAnswers.Viewer().Replace("\"hasPassword\":true", $"\"hasPassword\":true,\"isInCommunity\":{(isMember ? "true" : "false")}", StringComparison.Ordinal);
        return pages.Api.On("Viewer", viewer).On("Community", community);
    }
}
