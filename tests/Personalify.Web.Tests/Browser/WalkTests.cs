using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>
/// A listener's walk: search, an artist, one of its albums, a track, a day on which it was heard, and back again. By mouse or finger on
/// every screen and in both languages, by the keyboard alone, and without scripts.
/// </summary>
public sealed class WalkTests(DashboardWithHistory dashboard) : IClassFixture<DashboardWithHistory>
{
    private const string ToArtist = "main .found a.name";
    private const string ToAlbum = "main .card .rank a[href*='/albums/']";
    private const string ToTrack = "main .card .rank a[href*='/tracks/']";
    private const string ToDay = "main .miles a[href*='day=']";

    [BrowserTheory]
    [InlineData("desktop-light", "en")]
    [InlineData("desktop-dark", "id")]
    [InlineData("phone-light", "id")]
    [InlineData("phone-dark", "en")]
    public async Task It_leads_there_and_back_by_mouse_or_finger(string screen, string language)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen), language: language);
        await WalkAsync(window, language, selector => window.Page.Locator(selector).First.ClickAsync());
        Assert.Empty(window.Complaints);
    }

    [BrowserTheory]
    [InlineData("desktop-light", "en")]
    [InlineData("phone-dark", "id")]
    public async Task It_leads_there_and_back_without_scripts(string screen, string language)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen), hasScripts: false, language);
        await WalkAsync(window, language, selector => window.Page.Locator(selector).First.ClickAsync());
    }

    [BrowserTheory]
    [InlineData("desktop-dark", "en")]
    [InlineData("desktop-light", "id")]
    public async Task It_leads_there_and_back_by_the_keyboard_alone(string screen, string language)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen), language: language);
        await WalkAsync(window, language, window.TabToAsync);
        Assert.Empty(window.Complaints);
    }

    private static async Task WalkAsync(BrowserWindow window, string language, Func<string, Task> follow)
    {
        await window.GoAsync("/search?q=VELVET&period=all");
        Assert.Equal(language, await window.Page.Locator("html").GetAttributeAsync("lang"));

        await GoOnAsync(window, ToArtist, follow, "**/artists/**", "Velvet Harbor");
        await GoOnAsync(window, ToAlbum, follow, "**/albums/**", "Album 0");
        await GoOnAsync(window, ToTrack, follow, "**/tracks/**", "Song ");
        await GoOnAsync(window, ToDay, follow, "**day=2025-06-01**", language == "en" ? "Sunday, 1 June 2025" : "Minggu, 1 Juni 2025");
        Assert.True(await window.Page.Locator(".plays li").CountAsync() > 0);

        foreach (var place in new[] { "**/tracks/**", "**/albums/**", "**/artists/**", "**/search?q=VELVET&period=all" })
        {
            await window.Page.GoBackAsync();
            await window.Page.WaitForURLAsync(place);
        }
    }

    private static async Task GoOnAsync(BrowserWindow window, string selector, Func<string, Task> follow, string address, string heading)
    {
        await follow(selector);
        await window.Page.WaitForURLAsync(address);
        Assert.StartsWith(heading, await window.TextAsync("h1"), StringComparison.Ordinal);
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
    }
}
