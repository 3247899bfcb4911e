using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>What holds for every page, for those that show what came from Spotify to a connected listener.</summary>
public sealed class SpotifyPagesTests(ConnectedDashboard dashboard) : IClassFixture<ConnectedDashboard>
{
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["spotify-connected"] = "/spotify",
        ["tops-artists"] = "/tops/artists",
        ["tops-tracks"] = "/tops/tracks?range=weeks",
        ["tops-genres"] = "/tops/genres",
        ["library"] = "/library",
        ["library-artists"] = "/library/artists",
        ["playlist"] = "",
        ["sync-history"] = "/sync-history",
        ["sync-run"] = "",
        ["sync-comparison"] = "",
        ["settings-connected"] = "/settings",
    };

    public static TheoryData<string> AllPages => [.. Pages.Keys];

    public static TheoryData<string, string> PagesOnScreens => PageChecks.OnScreens(Pages.Keys);

    [BrowserTheory]
    [MemberData(nameof(PagesOnScreens))]
    public async Task A_page_is_accessible_fits_its_screen_and_keeps_its_own_policy(string page, string screen)
    {
        await using var window = await dashboard.OpenConnectedAsync(Screen.Of(screen));

        await window.CheckAsync(PathOf(page), $"{page}-{screen}");

        Assert.Empty(window.Complaints);
    }

    [BrowserTheory]
    [MemberData(nameof(AllPages))]
    public async Task A_page_in_Indonesian_is_accessible_and_fits_a_small_phone(string page)
    {
        await using var window = await dashboard.OpenConnectedAsync(Screen.SmallPhone, language: "id");

        await window.CheckIndonesianAsync(PathOf(page), page);
    }

    [BrowserTheory]
    [InlineData("/tops/artists", ".rank li")]
    [InlineData("/tops/artists", ".moments a[rel=prev]")]
    [InlineData("/library", ".saved li")]
    [InlineData("playlist", ".saved li")]
    [InlineData("/sync-history", ".past li")]
    [InlineData("sync-run", "table.report tbody tr")]
    [InlineData("sync-comparison", ".rank.synced li")]
    [InlineData("/spotify", "section:has(#last-sync) .more a")]
    public async Task A_page_without_scripts_still_shows_what_it_has(string path, string selector)
    {
        await using var window = await dashboard.OpenConnectedAsync(hasScripts: false);

        await window.GoAsync(PathOf(path));

        Assert.True(await window.Page.Locator(selector).First.IsVisibleAsync());
    }

    [BrowserTheory]
    [InlineData("desktop-light", "en")]
    [InlineData("phone-dark", "id")]
    public async Task A_walk_leads_from_the_connection_through_everything_by_mouse_or_finger(string screen, string language)
    {
        await using var window = await dashboard.OpenConnectedAsync(Screen.Of(screen), language: language);
        await WalkAsync(window, selector => window.Page.Locator($"{selector}:visible").First.ClickAsync());
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task A_walk_leads_from_the_connection_through_everything_by_the_keyboard_alone()
    {
        await using var window = await dashboard.OpenConnectedAsync();
        await WalkAsync(window, window.TabToAsync);
    }

    [BrowserFact]
    public async Task The_slider_through_earlier_synchronizations_goes_by_the_arrow_keys_and_keeps_its_place()
    {
        const string IsFocused = "slider => slider === document.activeElement";
        await using var window = await dashboard.OpenConnectedAsync();
        await window.GoAsync("/tops/artists");
        var slider = window.Page.Locator(".moments input[type=range]");
        var newest = await slider.InputValueAsync();
        await slider.FocusAsync();

        await window.Page.Keyboard.PressAsync("ArrowLeft");
        await window.Page.WaitForURLAsync("**run=*");
        Assert.NotEqual(newest, await slider.InputValueAsync());
        Assert.True(await slider.EvaluateAsync<bool>(IsFocused));
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.WaitForURLAsync(address => !address.Contains("run=", StringComparison.Ordinal));

        Assert.Equal(newest, await slider.InputValueAsync());
        Assert.True(await slider.EvaluateAsync<bool>(IsFocused));
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task On_a_small_phone_all_lists_of_the_library_are_in_sight(string language)
    {
        await using var window = await dashboard.OpenConnectedAsync(Screen.SmallPhone, language: language);
        await window.GoAsync("/library");

        var links = await window.Page.Locator(".toolbar .picker a").AllAsync();
        var boxes = await Task.WhenAll(links.Select(link => link.BoundingBoxAsync()));

        Assert.Equal(7, boxes.Length);
        Assert.All(boxes, box =>
        {
            Assert.InRange(box!.X, 0, Screen.SmallPhone.Width);
            Assert.InRange(box.X + box.Width, 0, Screen.SmallPhone.Width);
        });
        Assert.Equal(0, await window.Page.Locator(".toolbar .picker").EvaluateAsync<int>("row => row.scrollWidth - row.clientWidth"));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_of_a_long_list_is_shown_from_the_place_where_it_was_cut(bool hasScripts)
    {
        await using var window = await dashboard.OpenConnectedAsync(Screen.SmallPhone, hasScripts);
        await window.GoAsync("/tops/tracks?range=weeks");
        Assert.Equal(20, await window.Page.Locator("ol.rank li").CountAsync());

        await window.Page.Locator(".whole a").ClickAsync();
        await window.Page.WaitForURLAsync("**all=true#further");

        Assert.True(await window.Page.Locator("ol.rank li").CountAsync() > 20);
        Assert.Equal("21", await window.Page.Locator("#further .pos").InnerTextAsync());
        await Assertions.Expect(window.Page.Locator("#further")).ToBeInViewportAsync();
    }

    [BrowserTheory]
    [InlineData(320, "/tops/artists")]
    [InlineData(360, "/spotify")]
    public async Task On_a_phone_one_tab_stands_for_all_of_Spotifys_pages_and_they_lead_to_each_other(int width, string path)
    {
        await using var window = await dashboard.OpenConnectedAsync(new Screen(width, 640, ColorScheme.Light));

        await window.GoAsync(path);
        await window.KeepPictureAsync($"spotify-tabs-{width}");

        var current = window.Page.Locator(".tabs a[aria-current]");
        Assert.Equal("Spotify", await current.InnerTextAsync());
        var box = (await current.BoundingBoxAsync())!;
        Assert.InRange(box.X + box.Width, 0, width);
        Assert.Equal(4, await window.Page.Locator(".within a:visible").CountAsync());
        Assert.Equal(path, await window.Page.Locator(".within a[aria-current]").GetAttributeAsync("href"));
    }

    private static async Task WalkAsync(BrowserWindow window, Func<string, Task> follow)
    {
        await window.GoAsync("/spotify");
        foreach (var (selector, address) in new[]
        {
            ("main .more a[href='/tops/artists']", "**/tops/artists"), ("main .toolbar a[href*='/tops/tracks']", "**/tops/tracks*"),
            ("a[href='/library']", "**/library"), ("main .toolbar a[href='/library/playlists']", "**/library/playlists"),
            ("main .saved a.name", "**/library/playlists/*"), ("a[href='/sync-history']", "**/sync-history"),
            ("main .past a.name", "**/sync-history/*"), ("main .head a.button", "**/sync-history/compare?from=*"),
        })
        {
            await follow(selector);
            await window.Page.WaitForURLAsync(address);
            Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
        }
    }

    private string PathOf(string page) => dashboard.Paths.GetValueOrDefault(page) ?? Pages.GetValueOrDefault(page) ?? page;
}
