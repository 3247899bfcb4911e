using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>What a listener has at Spotify, as the pages show it.</summary>
public sealed class LibraryTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task Entries_lead_to_their_place_here_and_at_Spotify()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: "ACTIVE")).On("Library", LibraryAnswers.Library(endCursor: "i8", leftOut: 7));

        var page = await pages.ReadAsync("/library");

        Assert.True(pages.Api.VariablesOf("Library").GetProperty("tracks").GetBoolean());
        Assert.False(pages.Api.VariablesOf("Library").GetProperty("albums").GetBoolean());
        Assert.Equal(["/tracks/t1"], page.QuerySelectorAll(".saved a.name").Select(link => link.GetAttribute("href")));
        Assert.Equal("Mara Quill, Ole · Maps", page.QuerySelector(".saved small")!.TextContent.Trim());
        Assert.Equal(2, page.QuerySelectorAll(".saved a.open[href^='https://open.spotify.com/track/'][rel='noopener noreferrer']").Length);
        Assert.Equal("/library/tracks?after=i8", page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        Assert.Contains("From Spotify", page.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("7 older entries", page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, page.QuerySelectorAll(".toolbar .picker a").Length);
        Assert.Equal("Library", page.QuerySelector(".rail a[aria-current]")!.TextContent);
    }

    [Theory]
    [InlineData(null, null, "", "Not connected with Spotify")]
    [InlineData("SIGN_IN_AGAIN", null, "", "Nothing was fetched before the connection ended")]
    [InlineData("ACTIVE", null, "user-library-read", "Spotify may not show this list")]
    [InlineData("ACTIVE", null, "", "Not synchronized yet")]
    [InlineData("ACTIVE", "2026-02-01T10:00:00Z", "", "Nothing here")]
    public async Task Where_there_is_nothing_the_page_says_why(string? connection, string? syncedAt, string missing, string title)
    {
        var scopes = missing.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: connection))
            .On("Library", LibraryAnswers.Library(connection is not null, syncedAt, entries: 0, scopes));

        var notice = (await pages.ReadAsync("/library/tracks")).QuerySelector(".notice")!;

        Assert.Equal(title, notice.QuerySelector("h2")!.TextContent);
        Assert.Equal(syncedAt is null ? "/spotify" : null, notice.QuerySelector("a")?.GetAttribute("href"));
        Assert.Equal(title == "Not synchronized yet", notice.QuerySelector("form[action='/tops/artists?handler=Sync'] button") is not null);
    }

    [Fact]
    public async Task What_is_kept_after_a_connection_ended_is_shown_with_a_word_about_it()
    {
        pages.Api.On("Library", LibraryAnswers.Library(isConnected: false));

        var page = await pages.ReadAsync("/library");

        Assert.Contains("not connected with Spotify any more", page.QuerySelector(".message")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".saved li"));
    }

    [Fact]
    public async Task A_playlist_leads_to_its_entries_and_one_of_another_person_says_why_it_has_none()
    {
        pages.Api.On("Library", LibraryAnswers.Playlists("NOT_YOURS")).On("LibraryPlaylist", LibraryAnswers.Playlist("NOT_YOURS"));
        Assert.Equal("/library/playlists/p1",
            (await pages.ReadAsync("/library/playlists")).QuerySelector(".saved a.name")!.GetAttribute("href"));
        Assert.Equal("The entries are not yours to read",
            (await pages.ReadAsync("/library/playlists/p1")).QuerySelector(".notice h2")!.TextContent);

        pages.Api.On("LibraryPlaylist", LibraryAnswers.Playlist());
        var page = await pages.ReadAsync("/library/playlists/p1");
        Assert.Equal("The Garage · own file", page.QuerySelector(".saved small")!.TextContent.Trim());
        Assert.Null(page.QuerySelector(".saved a.open"));
        Assert.Equal("p1", pages.Api.VariablesOf("LibraryPlaylist").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/library/nothing")]
    [InlineData("/library/nothing?handler=csv")]
    public async Task An_address_of_no_list_is_not_there(string path)
    {
        using var browser = pages.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_list_is_a_file_too()
    {
        pages.Api.On("Library", LibraryAnswers.Library(name: "=SUM(1)"));
        using var browser = pages.Browser();

        var file = await browser.GetStringAsync(new Uri("/library/tracks?handler=csv", UriKind.Relative));

        Assert.Equal("name,by,part_of,added_at,duration_ms,count,spotify_url", file.TrimStart('\uFEFF').Split("\r\n")[0]);
        Assert.Contains("Mara Quill, Ole\",Maps,2025-07-02T00:30:00+01:00,187000,,https://open.spotify.com/track/", file, StringComparison.Ordinal);
        Assert.Contains("'=SUM(1)", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        pages.Api.On("Library", LibraryAnswers.Library(name: SampleAnswers.Hostile)).On("NowPlaying",
            LibraryAnswers.Playing(SampleAnswers.Hostile));

        Assert.Empty((await pages.ReadAsync("/library")).QuerySelectorAll("main script"));
        Assert.Empty((await pages.ReadAsync("/library?handler=Playing")).QuerySelectorAll("script"));
    }

    [Fact]
    public async Task What_plays_now_comes_as_a_part_for_the_shell()
    {
        pages.Api.On("NowPlaying", LibraryAnswers.Playing("Paper Lanterns"));

        var part = await pages.ReadAsync("/library?handler=Playing");

        Assert.Equal(("/tracks/t1", "12"), (part.QuerySelector("a.name")!.GetAttribute("href"),
            part.QuerySelector(".now")!.GetAttribute("data-next")));
        Assert.Null(part.QuerySelector("nav"));
        pages.Api.On("NowPlaying", LibraryAnswers.Playing(null));
        using var browser = pages.Browser();
        var nothing = await browser.GetAsync(new Uri("/library?handler=Playing", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, ""), (nothing.StatusCode, await nothing.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("en", "Spotify does not tell at the moment what you are playing. It is asked again in a while.")]
    [InlineData("id", "Spotify saat ini tidak memberi tahu apa yang Anda putar. Nanti ditanyakan lagi.")]
    public async Task Where_Spotify_does_not_answer_the_shell_says_so(string language, string sentence)
    {
        pages.Api.On("NowPlaying", LibraryAnswers.Playing(
            null, problem: "Spotify does not tell at the moment what you are playing. It is asked again in a while."));
        using var browser = pages.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var part = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/library?handler=Playing", UriKind.Relative)));

        Assert.StartsWith(sentence, part.Body!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/spotify", part.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(part.QuerySelector("[data-title], [role=alert]"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_connection_or_the_scope_there_is_nothing_to_ask_for(bool isConnected)
    {
        pages.Api.On("NowPlaying", isConnected
            ? """{"errors":[{"message":"Not granted.","extensions":{"code":"SPOTIFY_SCOPE_MISSING"}}]}"""
            : LibraryAnswers.Playing(null, isConnected: false));
        using var browser = pages.Browser();

        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync(new Uri("/library?handler=Playing", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_shell_has_a_hidden_place_for_it_and_nothing_without_scripts()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(spotify: "ACTIVE")).On("Library", LibraryAnswers.Library());
        var page = await pages.ReadAsync("/library");

        Assert.Equal(2, page.QuerySelectorAll("[data-playing][hidden]").Length);
        Assert.Single(page.QuerySelectorAll("[data-playing-said][role=status]"));
    }

    [Fact]
    public async Task The_page_is_written_in_Indonesian_too()
    {
        pages.Api.On("Library", LibraryAnswers.Library());
        using var browser = pages.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("id");

        var page = await browser.GetStringAsync(new Uri("/library", UriKind.Relative));

        Assert.Contains("Lagu tersimpan", page, StringComparison.Ordinal);
        Assert.Contains("Buka di Spotify", page, StringComparison.Ordinal);
    }
}
