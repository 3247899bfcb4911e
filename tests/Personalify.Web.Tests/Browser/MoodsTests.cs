using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>
/// The page of moods over an export whose titles tell some: it is accessible on every screen, and a title is corrected in place by mouse,
/// by the keyboard alone and without scripts, and what was said is undone.
/// </summary>
public sealed class MoodsTests(DashboardWithMoods dashboard) : IClassFixture<DashboardWithMoods>
{
    private const string Loving = "I love you so much";
    private const string Moods = "/moods?period=all";

    public static TheoryData<string, string> Screens => PageChecks.OnScreens(["moods-told", "track-of-a-mood"]);

    [BrowserTheory]
    [MemberData(nameof(Screens))]
    public async Task It_is_accessible_and_fits_its_screen(string page, string screen)
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.Of(screen));
        await window.CheckAsync(page == "moods-told" ? Moods : dashboard.TrackPath, $"{page}-{screen}");
        Assert.Empty(window.Complaints);
    }

    [BrowserFact]
    public async Task In_Indonesian_it_fits_a_small_phone()
    {
        await using var window = await dashboard.OpenSignedInAsync(Screen.SmallPhone, language: "id");
        await window.CheckIndonesianAsync(Moods, "moods-told");
        await window.CheckIndonesianAsync(dashboard.TrackPath, "track-of-a-mood");
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_title_is_corrected_in_place_and_the_correction_undone(bool hasScripts)
    {
        await using var window = await dashboard.OpenSignedInAsync(hasScripts: hasScripts);
        await window.GoAsync(Moods);
        Assert.Equal("Joy", await ListOfAsync(window, Loving));

        var entry = EntryOf(window, Loving);
        await entry.Locator("summary").ClickAsync();
        await entry.Locator("select").SelectOptionAsync("Sadness");
        await entry.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        Assert.Equal($"“{Loving}” counts as Sadness from now on.", await window.TextAsync(".mood-notice bdi"));
        Assert.EndsWith("#typical", window.Page.Url, StringComparison.Ordinal);
        Assert.Equal("Sadness", await ListOfAsync(window, Loving));
        Assert.Contains("you said so", await EntryOf(window, Loving).InnerTextAsync(), StringComparison.Ordinal);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        Assert.Equal($"For “{Loving}” the model’s word holds again.", await window.TextAsync(".mood-notice bdi"));
        Assert.Equal("Joy", await ListOfAsync(window, Loving));
    }

    [BrowserFact]
    public async Task By_the_keyboard_alone_a_title_is_corrected_on_its_tracks_page_and_taken_back()
    {
        await using var window = await dashboard.OpenSignedInAsync();
        await window.GoAsync(dashboard.TrackPath);
        Assert.StartsWith("Joy, with a probability of", await window.TextAsync("section[aria-labelledby=mood] .says"),
            StringComparison.Ordinal);

        await window.TabToAsync(".correct summary");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("Fear");
        await window.TabToAsync(".correct .button");
        Assert.Equal($"“{Loving}” counts as Fear from now on.", await window.TextAsync(".mood-notice bdi"));
        Assert.Equal("Fear: you said so.", await window.TextAsync("section[aria-labelledby=mood] .says"));
        await window.GoAsync("/history/plays?period=all");
        Assert.Contains("Fear", await window.Page.Locator(".plays li", new() { HasText = Loving }).InnerTextAsync(),
            StringComparison.Ordinal);

        await window.GoAsync(dashboard.TrackPath);
        await window.TabToAsync(".correct summary");
        await window.TabToAsync(".correct .plain");
        Assert.Equal($"For “{Loving}” the model’s word holds again.", await window.TextAsync(".mood-notice bdi"));
        Assert.Empty(window.Complaints);
    }

    private static ILocator EntryOf(BrowserWindow window, string title) => window.Page.Locator(".typical li", new() { HasText = title });

    private static Task<string> ListOfAsync(BrowserWindow window, string title) =>
        window.Page.Locator(".moods .card", new() { Has = window.Page.Locator(".typical li", new() { HasText = title }) }).Locator(
            "h3").InnerTextAsync();
}

/// <summary>A dashboard whose first account has titles that tell moods, and some that tell none.</summary>
public sealed class DashboardWithMoods : Dashboard
{
    private IReadOnlyList<Cookie> _session = [];

    /// <summary>Of a title that tells joy.</summary>
    public string TrackPath { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Browsers.ReasonToSkip is not null) return;
        await using var window = await OpenAsync();
        await window.MakeFirstAccountAsync();
        await window.ChooseFilesAsync("my_spotify_data.zip", SampleExport.ZipOf(
            "I love you so much", "I hate you, liar", "So sad and lonely", "I am afraid of the dark", "What a surprise", "Untitled 7",
            "夜明けのスキャット"));
        await window.ImportAsync();
        await window.GoAsync("/search?q=love&period=all");
        TrackPath = (await window.Page.Locator("main .found .name").First.GetAttributeAsync("href"))!;
        _session = await window.CookiesAsync();
    }

    public Task<BrowserWindow> OpenSignedInAsync(Screen? screen = null, bool hasScripts = true, string language = "en") =>
        OpenAsync(screen, hasScripts, _session, language);
}
