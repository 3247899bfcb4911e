using System.Net;
using AngleSharp.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>Addresses that people mistype, cut off or make up: they are not there, or the page says what is wrong with them.</summary>
public sealed class AddressTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string BadArgument =
        """{"errors":[{"message":"Argument \"id\" has an invalid value.","extensions":{"code":"HC0017"}}],"data":{"me":null}}""";

    private const string BadCursor =
        """{"errors":[{"message":"after is not a cursor of this list. Take one from pageInfo or an edge."}],"data":{"me":null}}""";

    [Theory]
    [InlineData("/?period=forever", "“period=forever” cannot be read. It can be today, 7d,")]
    [InlineData("/?period=2024-13", "“period=2024-13” cannot be read.")]
    [InlineData("/?from=garbage", "“from=garbage” cannot be read. A day is written like 2024-05-31 and")]
    [InlineData("/?from=0001-01-01", "“from=0001-01-01” cannot be read.")]
    [InlineData("/?to=9999-12-31", "“to=9999-12-31” cannot be read. A day is written like 2024-05-31 and lies in the years 1900 to 2999.")]
    [InlineData("/?from=2025-05-10&to=2025-05-01", "“from=2025-05-10” cannot be read. It lies after 2025-05-01, the last day that is asked for.")]
    [InlineData("/?period=2025&from=2020-01-01", "“period=2025” cannot be read. The address names days as well")]
    [InlineData("/?play=maybe", "“play=maybe” cannot be read. It can be 30s, any, half, finished.")]
    [InlineData("/top/artists?by=magic", "“by=magic” cannot be read.")]
    [InlineData("/top/artists?page=-3", "“page=-3” cannot be read. Pages are numbered from 1.")]
    [InlineData("/history?play=maybe", "“play=maybe” cannot be read.")]
    [InlineData("/history/plays?day=2025-02-30", "“day=2025-02-30” cannot be read. A day is written like 2024-05-31 and")]
    [InlineData("/history/plays?weekday=moonday", "“weekday=moonday” cannot be read. It can be monday, tuesday,")]
    [InlineData("/history/plays?hour=24", "“hour=24” cannot be read. Hours go from 0 to 23.")]
    [InlineData("/history/plays?hour=-1", "“hour=-1” cannot be read. Hours go from 0 to 23.")]
    [InlineData("/history/plays?order=best", "“order=best” cannot be read. It can be newest, oldest, longest.")]
    public async Task What_cannot_be_read_is_named_with_what_could_stand_there(string path, string sentence)
    {
        Answer();

        var (status, page) = await OpenAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("This address cannot be read", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(sentence, page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_out_is_the_same_address_without_what_is_wrong_in_it()
    {
        Answer();

        var (_, page) = await OpenAsync("/top/albums?period=today&play=any&by=magic");

        Assert.Equal("/top/albums?period=today&play=any", page.QuerySelector(".notice a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Today_is_a_period()
    {
        Answer();

        var (status, _) = await OpenAsync("/?period=today");

        Assert.Equal(HttpStatusCode.OK, status);
        var period = pages.Api.VariablesOf("Overview").GetProperty("period");
        Assert.Equal(period.GetProperty("from").GetString(), period.GetProperty("to").GetString());
    }

    [Theory]
    [InlineData("/imports/abc")]
    [InlineData("/imports/999999999999")]
    [InlineData("/history/plays?track=abc")]
    public async Task An_id_that_cannot_be_is_not_there(string path)
    {
        Answer();
        pages.Api.On("Import", BadArgument).On("Plays", BadArgument);

        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(path)).Status);
    }

    [Theory]
    [InlineData("/history/1999")]
    [InlineData("/history/2026")]
    [InlineData("/history/99999999999")]
    [InlineData("/top/artists?page=5")]
    public async Task What_the_history_does_not_have_is_not_there(string path)
    {
        Answer();

        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(path)).Status);
    }

    [Theory]
    [InlineData("/imports?after=xyz", "/imports", BadCursor)]
    [InlineData("/imports?after=%00", "/imports", BadArgument)]
    [InlineData("/history/plays?period=all&before=xyz&order=oldest", "/history/plays?period=all&order=oldest", BadCursor)]
    public async Task A_place_that_is_none_of_the_list_says_so_and_leads_to_its_beginning(string path, string beginning, string answer)
    {
        Answer();
        pages.Api.On("Imports", answer).On("Plays", answer);

        var (status, page) = await OpenAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("is not one of this list", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(beginning, page.QuerySelector(".notice a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_failure_of_the_api_is_not_blamed_on_the_address()
    {
        Answer();
        pages.Api.On("Imports", """{"errors":[{"message":"Unexpected Execution Error"}],"data":null}""");

        Assert.Equal(HttpStatusCode.BadGateway, (await OpenAsync("/imports?after=i3")).Status);
    }

    [Theory]
    [InlineData("/imports/1?handler=Preview")]
    [InlineData("/top/tracks")]
    public async Task A_form_that_the_page_does_not_have_is_not_there(string path)
    {
        Answer();
        using var browser = pages.Browser();
        var form = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/settings", UriKind.Relative)));
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);

        var response = await browser.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_there_keeps_the_navigation_for_who_is_signed_in()
    {
        Answer();
        using var stranger = pages.Browser(isSignedIn: false);

        var page = (await OpenAsync("/nothing-here")).Page;
        var forStrangers = await WebPages.ReadAsync(await stranger.GetAsync(new Uri("/nothing-here", UriKind.Relative)));

        Assert.Equal(
            ["Overview", "Top", "History", "Moods", "Community", "Spotify", "Imports", "Settings"],
            page.QuerySelectorAll(".rail li a").Select(link => link.TextContent));
        Assert.Null(forStrangers.QuerySelector(".rail"));
    }

    private async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(string path)
    {
        using var browser = pages.Browser();
        var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await WebPages.ReadAsync(response));
    }

    private void Answer() => pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());
}
