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
            ["reset-password"] = await ResetLinkAsync(window), ["artist"] = await FindAsync(window, "Velvet"),
                ["track"] = await FindAsync(window, "Song 3"), ["album"] = await FindAsync(window, "Album 0"),
        };
        _session = await window.CookiesAsync();
    }

    public Task<BrowserWindow> OpenSignedInAsync(Screen? screen = null, bool hasScripts = true, string language = "en") =>
        OpenAsync(screen, hasScripts, _session, language);

    /// <summary>The address of a link by which a second account would set a new password.</summary>
    private static async Task<string> ResetLinkAsync(BrowserWindow window)
    {
        await window.GoAsync("/settings");
        await window.Page.Locator("input[name='account.name']").FillAsync("bob");
        await window.Page.Locator("input[name='account.password']").FillAsync(Visitor.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add the account" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Reset link for bob" }).ClickAsync();
        return new Uri(await window.Page.Locator(".reset-link").InnerTextAsync()).AbsolutePath;
    }

    private static async Task<string> FindAsync(BrowserWindow window, string name)
    {
        await window.GoAsync($"/search?q={Uri.EscapeDataString(name)}&period=all");
        return (await window.Page.Locator("main .found .name").First.GetAttributeAsync("href"))!;
    }
}
