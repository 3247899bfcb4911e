using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>A dashboard whose first account came through Spotify and has synchronized twice; windows are opened with its session.</summary>
public class ConnectedDashboard : DashboardWithSpotify
{
    private IReadOnlyList<Cookie> _session = [];

    /// <summary>The addresses of a playlist, a synchronization and the comparison of the last two.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; private set; } = new Dictionary<string, string>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Browsers.ReasonToSkip is not null) return;
        await using var window = await OpenAsync();
        await window.EnterWithSpotifyAsync("ada");
        await window.GoAsync("/tops/artists");
        SpotifyTime.Advance(TimeSpan.FromDays(30));
        await window.SynchronizeAsync();
        Paths = new Dictionary<string, string>
        {
            ["playlist"] = await FirstAsync(window, "/library/playlists", ".saved a.name"),
            ["sync-run"] = await FirstAsync(window, "/sync-history", ".past a.name"),
            ["sync-comparison"] = "/sync-history/compare",
        };
        _session = await window.CookiesAsync();
    }

    public Task<BrowserWindow> OpenConnectedAsync(Screen? screen = null, bool hasScripts = true, string language = "en") =>
        OpenAsync(screen, hasScripts, _session, language);

    private static async Task<string> FirstAsync(BrowserWindow window, string path, string link)
    {
        await window.GoAsync(path);
        return (await window.Page.Locator(link).First.GetAttributeAsync("href"))!;
    }
}
