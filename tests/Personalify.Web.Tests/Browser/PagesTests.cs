using Microsoft.Playwright;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>What holds for every page, on every screen.</summary>
public sealed class PagesTests(DashboardWithHistory dashboard) : IClassFixture<DashboardWithHistory>
{
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["overview"] = "/?period=all",
        ["overview-four-weeks"] = "/?period=4w",
        ["overview-year"] = "/",
        ["top-tracks"] = "/top/tracks?period=all",
        ["top-artists"] = "/top/artists?period=all&by=plays",
        ["top-albums"] = "/top/albums",
        ["history"] = "/history",
        ["plays"] = "/history/plays?from=2025-06-01&to=2025-06-09",
        ["day"] = "/history/plays?day=2025-06-02",
        ["artist"] = "artist",
        ["album"] = "album",
        ["track"] = "track",
        ["shows"] = "/shows?period=all",
        ["shows-episodes"] = "/shows/episodes?period=all&by=plays",
        ["search"] = "/search?q=so",
        ["search-nothing"] = "/search?q=zzzz",
        ["moods"] = "/moods?period=all",
        ["moods-nothing-played"] = "/moods?from=2025-06-05&to=2025-06-05&play=finished",
        ["community"] = "/community",
        ["imports"] = "/imports",
        ["import"] = "import",
        ["settings"] = "/settings",
        ["nodes-not-configured"] = "/distributed",
        ["spotify"] = "/spotify",
        ["tops-not-connected"] = "/tops/artists",
        ["library-not-connected"] = "/library",
        ["sync-history-not-connected"] = "/sync-history",
        ["spotify-paste"] = "/spotify/callback",
        ["sign-in"] = "/sign-in",
        ["reset-password"] = "reset-password",
        ["reset-password-used"] = "/reset-password/0123456789",
        ["offline"] = "/offline",
        ["not-there"] = "/nothing-here",
        ["unreadable"] = "/?period=forever",
        ["nothing-played"] = "/?from=2025-06-05&to=2025-06-05&play=finished",
        ["search-too-long"] = "/search?q=" + new string('x', 120),
        ["components"] = "/components",
    };

    public static TheoryData<string, string> PagesOnScreens => PageChecks.OnScreens(Pages.Keys);

    [BrowserTheory]
    [MemberData(nameof(PagesOnScreens))]
    public async Task A_page_is_accessible_fits_its_screen_and_keeps_its_own_policy(string page, string screen)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen));

        await window.CheckAsync(PathOf(page), $"{page}-{screen}");

        // The browser reports the status of an answer that says what is wrong with the request.
        var isRefused = page is "not-there" or "unreadable";
        Assert.DoesNotContain(window.Complaints, complaint => !isRefused || !complaint.Contains("a status of 40", StringComparison.Ordinal));
    }

    public static TheoryData<string> AllPages => [.. Pages.Keys.Where(page => page != "components")];

    [BrowserTheory]
    [MemberData(nameof(AllPages))]
    public async Task A_page_in_Indonesian_is_accessible_and_fits_a_small_phone(string page)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.SmallPhone, language: "id");

        await window.CheckIndonesianAsync(PathOf(page), page);
    }

    [BrowserFact]
    public async Task The_checks_of_a_page_see_what_they_look_for()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync("/settings");

        await window.Page.EvaluateAsync("document.querySelector('main').innerHTML = '<img src=/icon.svg><p style=color:red>x</p><pre class=amount>' + 'x'.repeat(999)");

        Assert.Contains(await Axe.ViolationsAsync(window.Page), violation => violation.StartsWith("image-alt:", StringComparison.Ordinal));
        Assert.Contains(window.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        Assert.True(await window.OverflowAsync() > 0);
    }

    [BrowserFact]
    public async Task Charts_are_drawn_from_their_tables()
    {
        await using var window = await dashboard.OpenSignedInAsync();

        await window.GoAsync("/?period=all");

        Assert.True(await window.Page.Locator(".chart .drawing .under").IsVisibleAsync());
        Assert.False(await window.Page.Locator(".chart table").IsVisibleAsync());
        await window.Page.Locator(".chart summary").ClickAsync();
        Assert.Equal(SampleExport.Days, await window.Page.Locator(".chart tbody tr").CountAsync());
        Assert.True(await window.Page.Locator(".chart table").IsVisibleAsync());
    }

    [BrowserTheory]
    [InlineData("/?period=all", ".chart .drawing .under")]
    [InlineData("/?period=all", ".calendar rect.h1")]
    [InlineData("/history", ".hours rect")]
    [InlineData("/top/artists?period=all", ".rank")]
    public async Task A_page_without_scripts_still_shows_what_it_has(string path, string selector)
    {
        await using var window = await dashboard.OpenSignedInAsync(hasScripts: false);

        await window.GoAsync(path);

        Assert.True(await window.Page.Locator(selector).First.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_the_content_in_one_step_and_then_everything_in_order()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync("/?period=all");

        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await FocusedAsync(window));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("plays of 30 seconds or more", await FocusedAsync(window));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("plays of 30 seconds or more", await FocusedAsync(window));
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("4 weeks", await FocusedAsync(window));
    }

    [BrowserFact]
    public async Task The_cells_of_a_calendar_are_one_tab_stop_and_arrow_keys_walk_them()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync("/history");
        await window.Page.Locator(".calendar svg a[tabindex='0']").FocusAsync();

        await window.Page.Keyboard.PressAsync("Home");
        await window.Page.Keyboard.PressAsync("ArrowDown");

        Assert.StartsWith("2 Jun 2025", (await window.Page.EvaluateAsync<string>("document.activeElement.textContent")).Replace('\u00a0', ' '), StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**day=2025-06-02**");
    }

    [BrowserFact]
    public async Task The_tabs_of_a_phone_are_one_row_without_scrolling_with_shows_too()
    {
        await using var window = await dashboard.OpenSignedInAsync(new Screen(360, 740, ColorScheme.Light));
        await window.GoAsync("/shows?period=all");

        var tabs = await window.Page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('.tabs a')].map(tab => tab.offsetTop).concat(document.querySelector('.tabs').scrollWidth)");

        Assert.Equal(9, tabs.Length);
        Assert.Single(tabs[..8].Distinct());
        Assert.InRange(tabs[8], 0, 360);
    }

    [BrowserFact]
    public async Task The_hours_of_a_week_are_one_tab_stop_and_lead_to_as_many_plays_as_they_say()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync("/history");
        await window.Page.Locator(".hours a[tabindex='0']").FocusAsync();

        await window.Page.Keyboard.PressAsync("ArrowUp");
        var cell = await window.Page.EvaluateAsync<string>("document.activeElement.textContent");
        Assert.StartsWith("Saturday", cell, StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**weekday=saturday&hour=**");

        Assert.Contains(cell.Split(", ")[^1], await window.TextAsync(".head"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_name_that_is_a_script_stays_a_name()
    {
        await using var window = await dashboard.OpenSignedInAsync();

        await window.GoAsync("/top/artists?period=all");

        Assert.Contains(SampleExport.HostileName, await window.Page.Locator(".name").AllInnerTextsAsync());
        Assert.DoesNotContain("pwned", await window.Page.TitleAsync(), StringComparison.Ordinal);
    }

    private string PathOf(string page) =>
        page == "import" ? dashboard.ImportPath : dashboard.PlacePaths.GetValueOrDefault(page) ?? Pages[page];

    private static Task<string> FocusedAsync(BrowserWindow window) => window.Page.EvaluateAsync<string>("document.activeElement.innerText.trim()");
}
