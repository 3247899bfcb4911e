using System.Text.Json;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class SearchTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task The_page_lists_what_was_found_and_every_name_leads_to_its_place()
    {
        Answer("Velvet Harbor");

        var page = await pages.ReadAsync("/search?q=+velvet+&period=all");

        Assert.Equal("velvet", pages.Api.VariablesOf("Search").GetProperty("text").GetString());
        Assert.Equal(["Artists", "Tracks", "Albums"], page.QuerySelectorAll("main h2").Select(title => title.TextContent));
        Assert.Equal(
            ["/artists/a1?period=all", "/tracks/t1?period=all", "/albums/l1?period=all"],
            page.QuerySelectorAll("main .name").Select(name => name.GetAttribute("href")));
        Assert.Equal("velvet", page.QuerySelector("main input[type=search]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=%20%00%09")]
    public async Task Without_a_name_nothing_is_asked(string path)
    {
        var before = pages.Api.Requests;

        var page = await pages.ReadAsync(path);

        Assert.Equal(before + 1, pages.Api.Requests);
        Assert.Null(page.QuerySelector("main .notice"));
        Assert.NotNull(page.QuerySelector("main form[role=search]"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        pages.Api.On("Search", """{"search":{"artists":[],"albums":[],"tracks":[]}}""");

        var notice = (await pages.ReadAsync($"/search?q={Uri.EscapeDataString(SampleAnswers.Hostile)}")).QuerySelector("main .notice")!;

        Assert.Contains("Nothing is called", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>", notice.TextContent, StringComparison.Ordinal);
        Assert.Null(notice.QuerySelector("script"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_its_limit()
    {
        var page = await pages.ReadAsync($"/search?q={new string('a', 101)}");

        Assert.Contains("up to 100 characters; these are 101", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_names_with_their_kind_and_address()
    {
        Answer(SampleAnswers.Hostile);
        using var browser = pages.Browser();

        var answer = await browser.GetStringAsync(new Uri("/search?handler=Suggest&q=v", UriKind.Relative));

        var suggestions = JsonSerializer.Deserialize<JsonElement>(answer).EnumerateArray().ToList();
        Assert.Equal(["Artist", "Track", "Album"], suggestions.Select(suggestion => suggestion.GetProperty("kind").GetString()));
        Assert.Equal(SampleAnswers.Hostile, suggestions[0].GetProperty("name").GetString());
        Assert.Equal("/tracks/t1", suggestions[1].GetProperty("href").GetString());
        Assert.DoesNotContain("<script>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_for_who_is_signed_in()
    {
        pages.Api.On("Viewer", SampleAnswers.Nobody());
        using var browser = pages.Browser(isSignedIn: false);

        using var answer = await browser.GetAsync(new Uri("/search?handler=Suggest&q=v", UriKind.Relative));

        pages.Api.On("Viewer", SampleAnswers.Viewer());
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    private void Answer(string name)
    {
        var artist = new { id = "a1", name, imageUrl = (string?)null };
        pages.Api.On("Search", JsonSerializer.Serialize(new
        {
            search = new
            {
                artists = new[] { artist },
                albums = new[] { new { id = "l1", name, imageUrl = (string?)null, artist } },
                tracks = new[] { new { id = "t1", name, imageUrl = (string?)null, artist } },
            },
        }));
    }
}
