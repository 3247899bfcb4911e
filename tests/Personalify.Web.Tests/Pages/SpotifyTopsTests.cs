using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>Spotify's own top lists, their movement and the way through earlier synchronizations.</summary>
public sealed class SpotifyTopsTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Artists =
        """
        {"me":{"tops":{"run":"r2","syncedAt":"2025-11-20T10:00:00Z","genresReason":"Spotify supplied no genres with these artists; it no longer gives them to every app.","genres":null,
        "artists":[
          {"rank":1,"name":"<b>One</b>","imageUrl":null,"url":"https://open.spotify.com/artist/a","artistNames":[],"movement":{"kind":"UP","places":2},"own":{"id":"own1"}},
          {"rank":2,"name":"Two","imageUrl":null,"url":"https://open.spotify.com/artist/b","artistNames":[],"movement":{"kind":"ENTERED","places":0},"own":null},
          {"rank":3,"name":"Three","imageUrl":null,"url":"https://open.spotify.com/artist/c","artistNames":[],"movement":null,"own":null}],
        "moments":[{"run":"r3","syncedAt":"2025-11-21T10:00:00Z"},{"run":"r2","syncedAt":"2025-11-20T10:00:00Z"},{"run":"r1","syncedAt":"2025-11-19T10:00:00Z"}]},
        "currentSync":null}}
        """;

    [Fact]
    public async Task The_page_has_the_entries_with_their_movement_and_their_links()
    {
        Answer(Artists);
        var page = await pages.ReadAsync("/tops/artists?range=weeks&run=r2");

        Assert.Equal(["<b>One</b>", "Two", "Three"], page.QuerySelectorAll("ol.rank .name").Select(name => name.TextContent.Trim()));
        Assert.Equal("/artists/own1", page.QuerySelector("ol.rank a.name")!.GetAttribute("href"));
        Assert.Equal(
            ["https://open.spotify.com/artist/a", "https://open.spotify.com/artist/b", "https://open.spotify.com/artist/c"],
            page.QuerySelectorAll("ol.rank .val a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["move up", "move entered"], page.QuerySelectorAll("ol.rank .move").Select(move => move.ClassName));
        Assert.Contains("From Spotify", page.QuerySelector(".head .sub")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            """{"range":"SHORT_TERM","run":"r2","artists":true,"tracks":false}""", pages.Api.VariablesOf("Tops").GetRawText());
    }

    [Fact]
    public async Task Earlier_synchronizations_are_reached_without_scripts()
    {
        Answer(Artists);
        var page = await pages.ReadAsync("/tops/artists?range=weeks&run=r2");
        Assert.Equal("/tops/artists?range=weeks&run=r1", page.QuerySelector(".moments a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/tops/artists?range=weeks", page.QuerySelector(".moments a[rel=next]")!.GetAttribute("href"));
        Assert.True(page.QuerySelector(".moments label")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_long_list_shows_its_first_twenty_and_a_link_to_all_of_it_that_leads_to_the_next_one()
    {
        Answer(Many(99));

        var first = await pages.ReadAsync("/tops/artists?range=weeks&run=r2");
        var link = first.QuerySelector(".whole a")!;

        Assert.Equal(20, first.QuerySelectorAll("ol.rank li").Length);
        Assert.Equal(("Show all 99", "/tops/artists?range=weeks&run=r2&all=true#further"),
            (link.TextContent, link.GetAttribute("href")));
        var whole = await pages.ReadAsync(link.GetAttribute("href")!);
        Assert.Equal(99, whole.QuerySelectorAll("ol.rank li").Length);
        Assert.Null(whole.QuerySelector(".whole"));
        Assert.Equal("21", whole.QuerySelector("#further .pos")!.TextContent);
        Assert.Equal("/tops/tracks?range=weeks&run=r2&all=true",
            whole.QuerySelector(".toolbar a[href*='/tops/tracks']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_of_twenty_is_shown_whole_at_once()
    {
        Answer(Many(20));
        var page = await pages.ReadAsync("/tops/artists?range=weeks");
        Assert.Equal(20, page.QuerySelectorAll("ol.rank li").Length);
        Assert.Null(page.QuerySelector(".whole"));
    }

    [Fact]
    public async Task Many_genres_are_shown_the_same_way()
    {
        var genres = string.Join(',', Enumerable.Range(1, 30).Select(rank => $$"""{"rank":{{rank}},"name":"g{{rank}}","artists":2}"""));
        Answer(Artists.Replace("\"genres\":null", $"\"genres\":[{genres}]", StringComparison.Ordinal));

        var page = await pages.ReadAsync("/tops/genres?range=weeks");

        Assert.Equal(20, page.QuerySelectorAll("ol.rank li").Length);
        Assert.Equal("Show all 30", page.QuerySelector(".whole a")!.TextContent);
        Assert.Equal(30, (await pages.ReadAsync("/tops/genres?range=weeks&all=true")).QuerySelectorAll("ol.rank li").Length);
    }

    [Fact]
    public async Task Where_Spotify_supplies_no_genres_the_page_says_so()
    {
        Answer(Artists);
        var page = await pages.ReadAsync("/tops/genres");
        Assert.Contains("no longer gives them", page.QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Not connected with Spotify", "/spotify", false)]
    [InlineData("SIGN_IN_AGAIN", "Nothing was fetched before the connection ended", "/spotify", false)]
    [InlineData("ACTIVE", "Not synchronized yet", null, true)]
    public async Task Without_lists_the_page_says_why_and_leads_on(string? connection, string title, string? way, bool canSynchronize)
    {
        Answer("""{"me":{"tops":null,"currentSync":null}}""", connection);
        var page = await pages.ReadAsync("/tops/artists");
        Assert.Equal(title, page.QuerySelector(".notice h2")!.TextContent);
        Assert.Equal(way, page.QuerySelector(".notice a.button")?.GetAttribute("href"));
        Assert.Equal(canSynchronize, page.QuerySelector(".notice form[action='/tops/artists?handler=Sync'] button") is not null);
        Assert.Equal(canSynchronize, page.QuerySelector(".head form") is not null);
    }

    [Fact]
    public async Task Lists_that_were_kept_after_a_connection_ended_are_shown_with_a_word_about_it()
    {
        Answer(Artists, connection: null);
        var page = await pages.ReadAsync("/tops/artists?range=weeks&run=r2");
        Assert.Contains("not connected with Spotify any more", page.QuerySelector("main .message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("ol.rank li").Length);
        Assert.Null(page.QuerySelector(".head form"));
    }

    [Theory]
    [InlineData("HISTORY_AWAY", "The sync history does not answer", "/tops/artists?range=weeks")]
    [InlineData("SPOTIFY", "Spotify gives no lists at the moment", "/tops/artists?range=weeks&run=r1")]
    public async Task A_store_or_a_Spotify_that_is_away_costs_the_lists_and_not_the_page(string code, string title, string retry)
    {
        Answer($$$"""{"errors":[{"message":"Away for a while.","extensions":{"code":"{{{code}}}"}}]}""");
        var page = await pages.ReadAsync("/tops/artists?range=weeks&run=r1");
        Assert.Equal(title, page.QuerySelector(".problem h2")!.TextContent);
        Assert.Equal(retry, page.QuerySelector(".problem a.button")!.GetAttribute("href"));
        Assert.Equal(code == "SPOTIFY", page.QuerySelector(".problem")!.TextContent.Contains("Away for a while.",
            StringComparison.Ordinal));
        Assert.Equal(2, page.QuerySelectorAll(".toolbar .picker").Length);
    }

    [Fact]
    public async Task A_synchronization_at_work_is_shown_and_looked_at_again_with_and_without_scripts()
    {
        Answer(
            """
            {"me":{"tops":null,"currentSync":{"status":"RUNNING","part":"SAVED_TRACKS","fetched":150,"wanted":["TOP_LISTS","SAVED_TRACKS"],"done":[{"part":"TOP_LISTS"}]}}}
            """);
        var page = await pages.ReadAsync("/tops/artists");
        Assert.Equal("true", page.QuerySelector("[data-moving]")!.GetAttribute("data-moving"));
        Assert.Contains("Saved tracks", page.QuerySelector(".progress")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("50", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("noscript"));
        Assert.Null(page.QuerySelector("form[action*=Sync]"));
    }

    [Theory]
    [InlineData("/tops/albums")]
    [InlineData("/tops/artists?range=century")]
    public async Task What_is_no_list_is_not_found(string path)
    {
        Answer(Artists);
        using var browser = pages.Browser();
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string Many(int count)
    {
        var artists = string.Join(',', Enumerable.Range(1, count).Select(rank =>
            $$"""{"rank":{{rank}},"name":"a{{rank}}","imageUrl":null,"url":"https://open.spotify.com/artist/{{rank}}","artistNames":[],"movement":null,"own":null}"""));
        return $$$"""{"me":{"tops":{"run":"r2","syncedAt":"2025-11-20T10:00:00Z","genresReason":null,"genres":null,"artists":[{{{artists}}}],"moments":[]},"currentSync":null}}""";
    }

    private void Answer(string tops, string? connection = "ACTIVE") =>
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: connection)).On("Tops", tops);
}
