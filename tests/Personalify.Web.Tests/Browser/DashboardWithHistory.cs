using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>A dashboard whose first account has imported the sample export; windows are opened with its session.</summary>
public sealed class DashboardWithHistory : Dashboard
{
    private IReadOnlyList<Cookie> _session = [];

    public string ImportPath { get; private set; } = "";

    /// <summary>Places of the sample export: of its artist, a track and an album.</summary>
    public IReadOnlyDictionary<string, string> PlacePaths { get; private set; } = new Dictionary<string, string>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Browsers.ReasonToSkip is not null) return;
        await using var window = await OpenAsync();
        await window.MakeFirstAccountAsync();
        await window.ChooseFilesAsync("my_spotify_data.zip", SampleExport.Zip());
        await window.ImportAsync();
        ImportPath = new Uri(window.Page.Url).AbsolutePath;
        PlacePaths = new Dictionary<string, string>
        {
            ["artist"] = await FindAsync(window, "Velvet"), ["track"] = await FindAsync(window, "Song 3"), ["album"] = await FindAsync(window, "Album 0"),
        };
        _session = await window.CookiesAsync();
    }

    public Task<BrowserWindow> OpenSignedInAsync(Screen? screen = null, bool hasScripts = true, string language = "en") =>
        OpenAsync(screen, hasScripts, _session, language);

    private static async Task<string> FindAsync(BrowserWindow window, string name)
    {
        await window.GoAsync($"/search?q={Uri.EscapeDataString(name)}&period=all");
        return (await window.Page.Locator("main .found .name").First.GetAttributeAsync("href"))!;
    }
}
