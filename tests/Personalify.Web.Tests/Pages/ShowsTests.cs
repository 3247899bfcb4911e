using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>Podcasts and audiobooks, with their own page for who has any.</summary>
public sealed class ShowsTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Shows =
        """
        {"me":{"preceding":{"spokenWord":{"plays":17,"msPlayed":3630000,"shows":12,"episodes":15,"audiobooks":0,"chapters":0}},"listening":{"spokenWord":{"plays":34,"msPlayed":7260000,"shows":12,"episodes":30,"audiobooks":0,"chapters":0},
        "topShows":{"nodes":[{"rank":1,"name":"<b>A show</b>","plays":30,"msPlayed":7200000,"episodes":28}],
          "pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"i1","endCursor":"i1"}},
        "topEpisodes":{"nodes":[
          {"rank":1,"episode":{"name":"Episode one","showName":"A show","spotifyId":"512ojhOuo1ktJprKbVcKyQ"},"plays":2,"msPlayed":3600000},
          {"rank":2,"episode":{"name":null,"showName":null,"spotifyId":null},"plays":1,"msPlayed":60000}],
          "pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"i1","endCursor":"i1"}},
        "topAudiobooks":{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}}}}
        """;

    [Fact]
    public async Task The_page_has_the_time_and_a_table_of_shows_and_one_of_episodes()
    {
        Answer();

        var page = await pages.ReadAsync("/shows?period=all&by=plays");

        Assert.Equal(["Listened", "Podcasts", "Episodes"], page.QuerySelectorAll(".figure h2").Select(title => title.TextContent));
        Assert.Equal(["Podcasts", "Episodes"], page.QuerySelectorAll(".card h2").Select(title => title.TextContent));
        Assert.Equal(
            ["<b>A show</b>", "Episode one", "Unnamed episode"],
            page.QuerySelectorAll("tbody th > bdi, tbody th > a").Select(name => name.TextContent.Trim()));
        Assert.Equal("https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ", page.QuerySelector("tbody a")!.GetAttribute("href"));
        // The order is about all tables, so that no head of one of them changes it.
        Assert.Empty(page.QuerySelectorAll("thead a"));
        Assert.Equal(
            ["/shows?period=all#tables", "/shows?period=all&by=plays#tables"],
            page.QuerySelectorAll("#tables a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            [null, null, null, "descending", null],
            page.QuerySelectorAll("thead")[0].QuerySelectorAll("th").Select(head => head.GetAttribute("aria-sort")));
        Assert.Equal("/shows/podcasts?period=all&by=plays", page.QuerySelector(".more:not(.csv) a")!.GetAttribute("href"));
        Assert.Equal("""{"from":"2021-03-01","to":"2025-11-20"}""", pages.Api.VariablesOf("Shows").GetProperty("period").GetRawText());
    }

    [Fact]
    public async Task Each_figure_is_compared_with_the_period_before()
    {
        Answer();

        var page = await pages.ReadAsync("/shows?period=2024");

        Assert.Equal(
            ["100\u202f% more than the year before", "as many as the year before", "100\u202f% more than the year before"],
            page.QuerySelectorAll(".figure").Select(figure => figure.QuerySelector(".trend")!.TextContent));
        Assert.True(pages.Api.VariablesOf("Shows").GetProperty("compare").GetBoolean());
    }

    [Fact]
    public async Task One_list_goes_on_page_by_page()
    {
        Answer();
        pages.Api.On("Shows", Shows.Replace("\"topShows\":{", "\"topShows\":null,\"other\":{", StringComparison.Ordinal));

        var page = await pages.ReadAsync("/shows/episodes?period=all&after=i50");

        Assert.Equal(
            ["/shows/episodes?period=all#episodes", "/shows/episodes?period=all&by=plays#episodes"],
            page.QuerySelectorAll("thead a").Select(link => link.GetAttribute("href")));

        Assert.Equal("/shows/episodes?period=all&after=i1", page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        var asked = pages.Api.VariablesOf("Shows");
        Assert.Equal((50, "i50", false, true), (
            asked.GetProperty("first").GetInt32(), asked.GetProperty("after").GetString(),
            asked.GetProperty("shows").GetBoolean(), asked.GetProperty("episodes").GetBoolean()));
    }

    [Fact]
    public async Task A_list_of_shows_is_a_file_too()
    {
        Answer();
        pages.Api.On("Shows", Shows.Replace("\"hasNextPage\":true", "\"hasNextPage\":false", StringComparison.Ordinal));
        using var browser = pages.Browser();
        var link = (await pages.ReadAsync("/shows?period=all")).QuerySelectorAll(".csv a")[0].GetAttribute("href")!;

        var file = await browser.GetStringAsync(new Uri(link, UriKind.Relative));

        Assert.Equal("rank,podcast,plays,ms_played,episodes\r\n1,<b>A show</b>,30,7200000,28\r\n", file.TrimStart('\ufeff'));
        Assert.Equal("/shows?period=all&handler=csv&list=podcasts", link);
    }

    [Fact]
    public async Task The_navigation_leads_there_only_for_who_has_any()
    {
        Answer();
        var with = await pages.ReadAsync("/shows");
        pages.Api.On("Viewer", SampleAnswers.Viewer());
        var without = await pages.ReadAsync("/shows");

        Assert.Equal(2, with.QuerySelectorAll(".rail a[href='/shows'], .tabs a[href='/shows']").Length);
        Assert.Empty(without.QuerySelectorAll(".rail a[href^='/shows'], .tabs a[href^='/shows']"));
        Assert.Equal("No podcasts or audiobooks yet", without.QuerySelector(".notice h2")!.TextContent);
    }

    [Fact]
    public async Task An_account_with_only_podcasts_is_led_to_them()
    {
        pages.Api.On("Viewer", Viewer(SampleAnswers.Viewer(hasHistory: false))).On("SpokenWord", """
            {"me":{"imports":{"nodes":[{"isPreview":false,"status":"COMPLETED","report":{"episodes":534,"chapters":1}}]}}}
            """);

        Assert.Equal("/shows?period=all", (await pages.ReadAsync("/")).QuerySelector(".notice a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_period_without_any_says_so()
    {
        Answer();
        pages.Api.On("Shows", Shows.Replace("\"plays\":34", "\"plays\":0", StringComparison.Ordinal));

        var notice = (await pages.ReadAsync("/shows?period=4w")).QuerySelector(".notice h2")!;

        Assert.Equal("Nothing was heard in this period", notice.TextContent);
    }

    [Theory]
    [InlineData("/shows/radio", HttpStatusCode.NotFound)]
    [InlineData("/shows?handler=csv&list=radio", HttpStatusCode.BadRequest)]
    public async Task Another_kind_is_not_there(string path, HttpStatusCode expected)
    {
        Answer();
        using var browser = pages.Browser();

        Assert.Equal(expected, (await browser.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    private void Answer() => pages.Api.On("Viewer", Viewer(SampleAnswers.Viewer())).On("Shows", Shows);

    private static string Viewer(string json) => json.Replace(
        "\"coverage\":", "\"spokenWordCoverage\":{\"firstDay\":\"2021-03-01\",\"lastDay\":\"2025-11-20\"},\"coverage\":",
        StringComparison.Ordinal);
}
