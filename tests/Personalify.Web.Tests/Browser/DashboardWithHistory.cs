using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>A dashboard whose first account has imported the sample export; windows are opened with its session.</summary>
public sealed class DashboardWithHistory : Dashboard
{
    private IReadOnlyList<Cookie> _session = [];

    public string ImportPath { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Browsers.ReasonToSkip is not null) return;
        await using var window = await OpenAsync();
        await window.MakeFirstAccountAsync();
        await window.ChooseFilesAsync("my_spotify_data.zip", SampleExport.Zip());
        await window.ImportAsync();
        ImportPath = new Uri(window.Page.Url).AbsolutePath;
        _session = await window.CookiesAsync();
    }

    public Task<BrowserWindow> OpenSignedInAsync(Screen? screen = null, bool hasScripts = true) => OpenAsync(screen, hasScripts, _session);
}
