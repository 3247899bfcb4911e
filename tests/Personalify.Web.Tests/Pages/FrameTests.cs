using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>What stands around every page: its colours, its title, and what makes it installable.</summary>
public sealed class FrameTests(WebPages pages) : IClassFixture<WebPages>
{
    [Theory]
    [InlineData(null, "system", "light dark")]
    [InlineData("dark", "dark", "dark")]
    [InlineData("light", "light", "light")]
    [InlineData("<b>", "system", "light dark")]
    public async Task The_chosen_colours_are_in_the_page_from_its_first_byte(string? cookie, string theme, string schemes)
    {
        Answer();
        using var browser = pages.Browser(isSignedIn: false);
        if (cookie is not null) browser.DefaultRequestHeaders.Add("Cookie", $"personalify_theme={cookie}");

        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/sign-in", UriKind.Relative)));

        Assert.Equal(theme, page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(schemes, page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        Assert.Equal(theme == "system" ? 2 : 1, page.QuerySelectorAll("meta[name=theme-color]").Length);
    }

    [Fact]
    public async Task A_choice_of_colours_is_kept_in_the_browser_for_a_year()
    {
        Answer();
        using var browser = pages.Browser();
        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/settings", UriKind.Relative)));
        var form = page.QuerySelector("form[action*='handler=Theme']")!;
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("theme", "dark"), KeyValuePair.Create("__RequestVerificationToken", token)]);

        var response = await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);

        Assert.Equal((HttpStatusCode.Redirect, "/settings"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Contains(
            "personalify_theme=dark; max-age=31536000; path=/; samesite=lax; httponly", response.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task Every_page_has_a_title_of_its_own()
    {
        Answer();
        string[] paths =
        [
            "/", "/?period=today", "/?period=2024", "/top/tracks", "/top/artists", "/top/albums", "/top/tracks?period=2024-05",
            "/history", "/history/2024", "/history/plays?day=2025-07-02",
            "/imports", "/imports/7", "/settings", "/sign-in", "/offline", "/nothing-here", "/?period=forever",
        ];

        var titles = new List<string>();
        foreach (var path in paths) titles.Add((await pages.ReadAsync(path)).Title!);

        Assert.Equal(titles, titles.Distinct());
        Assert.All(titles, title => Assert.EndsWith(" · Personalify", title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_can_be_installed_with_icons_of_the_sizes_that_they_say()
    {
        Answer();
        using var browser = pages.Browser();
        var page = await pages.ReadAsync("/sign-in");
        var address = page.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!;
        var manifest = JsonDocument.Parse(await browser.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

        var icons = manifest.GetProperty("icons").EnumerateArray()
            .Where(icon => icon.GetProperty("type").GetString() == "image/png").ToList();

        Assert.Equal(("/", "standalone"), (manifest.GetProperty("start_url").GetString(), manifest.GetProperty("display").GetString()));
        Assert.Contains(icons, icon => icon.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "maskable");
        foreach (var icon in icons)
            Assert.Equal(icon.GetProperty("sizes").GetString(), await SizeAsync(browser, icon.GetProperty("src").GetString()!));
        Assert.Equal("180x180", await SizeAsync(browser, page.QuerySelector("link[rel=apple-touch-icon]")!.GetAttribute("href")!));
        Assert.InRange(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!.Length, 50, 160);
    }

    [Fact]
    public async Task What_a_password_must_be_stands_there_before_it_is_chosen_and_the_display_name_has_its_name()
    {
        Answer();
        pages.Api.On("Server", SampleAnswers.Nobody(needsFirstAccount: true));

        var (first, settings) = (await pages.ReadAsync("/sign-in"), await pages.ReadAsync("/settings"));

        Assert.Equal("8 to 128 characters.", first.GetElementById("field-password-note")!.TextContent);
        Assert.Equal("8 to 128 characters.", settings.GetElementById("field-newpassword-note")!.TextContent);
        Assert.Equal("Display name", first.QuerySelector("label[for=field-displayname]")!.TextContent);
        Assert.Equal("Display name", settings.QuerySelector("label[for=field-displayname]")!.TextContent);
    }

    /// <summary>As the PNG's own head says it.</summary>
    private static async Task<string> SizeAsync(HttpClient browser, string path)
    {
        var bytes = await browser.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return $"{BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))}";
    }

    private void Answer() => pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Server", SampleAnswers.Nobody())
        .On("Overview", SampleAnswers.Overview()).On("Top", SampleAnswers.TopTracks("Paper Lanterns")).On("Plays", SampleAnswers.Plays())
        .On("Imports", SampleAnswers.Imports("a.zip", "why")).On("Import", SampleAnswers.Import("QUEUED"))
        .On("History", """{"me":{"listening":{"totals":{"plays":0},"byDay":[],"byWeekdayHour":[]}}}""");
}
