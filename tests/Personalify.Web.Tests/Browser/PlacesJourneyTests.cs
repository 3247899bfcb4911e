using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>From a search to an artist, a track, an album and a day, and back.</summary>
public sealed class PlacesJourneyTests(DashboardWithHistory dashboard) : IClassFixture<DashboardWithHistory>
{
    [BrowserTheory]
    [InlineData("desktop-light")]
    [InlineData("phone-dark")]
    public async Task A_listener_goes_from_a_name_to_its_place_and_on_to_what_belongs_to_it(string screen)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen));
        await window.GoAsync("/search?q=velvet&period=all");

        await FollowAsync(window, "main .found .name", "**/artists/**");
        Assert.Equal("Velvet Harbor", await window.TextAsync("h1"));
        Assert.Contains("Your number 1 of the artists", await window.TextAsync(".says"), StringComparison.Ordinal);
        await FollowAsync(window, ".rank .name", "**/tracks/**");
        Assert.StartsWith("Song ", await window.TextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("All 31 plays", await window.TextAsync(".acts"), StringComparison.Ordinal);
        await FollowAsync(window, ".place .by a >> nth=1", "**/albums/**");
        Assert.Equal("Album 0", await window.TextAsync("h1"));
        await FollowAsync(window, ".miles a >> nth=0", "**day=2025-06-01**");
        await window.Page.GoBackAsync();
        await window.Page.WaitForURLAsync("**/albums/**");

        Assert.Contains("period=all", window.Page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task The_keyboard_alone_finds_a_name_and_goes_there()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync("/");

        await window.Page.Keyboard.PressAsync("/");
        await window.Page.Keyboard.TypeAsync("VELVET harb");
        await window.Page.Locator(".rail [role=option]").First.WaitForAsync();
        Assert.Equal("true", await Field(window).GetAttributeAsync("aria-expanded"));
        await window.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("suggested-names-0", await Field(window).GetAttributeAsync("aria-activedescendant"));
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.WaitForURLAsync("**/artists/**");
        Assert.Equal("Velvet Harbor", await window.TextAsync("h1"));
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task Escape_closes_the_suggestions_and_a_name_that_is_a_script_stays_a_name()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync("/");

        await Field(window).FillAsync("script");
        var option = window.Page.Locator(".rail [role=option]").First;
        await option.WaitForAsync();
        Assert.Contains(SampleExport.HostileName, await option.InnerTextAsync(), StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("Escape");

        await option.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.DoesNotContain("pwned", await window.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task Without_scripts_the_form_leads_to_the_results()
    {
        await using var window = await dashboard.OpenSignedInAsync(hasScripts: false);
        await window.GoAsync("/");

        await Field(window).FillAsync("velvet");
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.WaitForURLAsync("**/search?q=velvet");
        Assert.Equal("Velvet Harbor", await window.TextAsync("main .found .name >> nth=0"));
    }

    private static ILocator Field(BrowserWindow window) => window.Page.Locator(".rail input[type=search]");

    private static async Task FollowAsync(BrowserWindow window, string selector, string address)
    {
        await window.Page.Locator(selector).First.ClickAsync();
        await window.Page.WaitForURLAsync(address);
    }
}
