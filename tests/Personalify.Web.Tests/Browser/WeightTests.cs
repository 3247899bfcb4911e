using System.Globalization;
using Microsoft.Playwright;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>
/// What a first visit of a page transfers, headers included: document, styles, scripts, fonts and icons, as the published Web compresses them.
/// </summary>
public sealed class WeightTests(WeightTests.PublishedDashboard dashboard) : IClassFixture<WeightTests.PublishedDashboard>
{
    private const int OfOverview = 200_000;
    private const int OfOthers = 100_000;

    [BrowserTheory]
    [InlineData("/", OfOverview)]
    [InlineData("/?period=all", OfOverview)]
    [InlineData("/top/tracks", OfOthers)]
    [InlineData("/history", OfOthers)]
    [InlineData("artist", OfOthers)]
    [InlineData("/imports", OfOthers)]
    [InlineData("/settings", OfOthers)]
    [InlineData("/spotify", OfOthers)]
    [InlineData("/tops/artists", OfOthers)]
    [InlineData("/library", OfOthers)]
    [InlineData("/moods", OfOthers)]
    [InlineData("/community", OfOthers)]
    [InlineData("/sync-history", OfOthers)]
    [InlineData("/search?q=a", OfOthers)]
    [InlineData("/sign-in", OfOthers)]
    public async Task A_first_visit_is_light(string path, int limit)
    {
        var address = path == "artist" ? dashboard.ArtistPath : path;

        foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
        {
            var loaded = await LoadAsync(address, screen);

            Assert.Contains(loaded, file => file.Address.EndsWith(".woff2", StringComparison.Ordinal));
            Assert.True(loaded.Sum(file => file.Bytes) <= limit, $"{path} on {screen.Width} pixels:\n{string.Join('\n', loaded)}");
        }
    }

    /// <summary>
    /// Where one reads a chart, what that takes comes along: still within the limit of the page that has charts. The letters of other
    /// languages are left out, because it is chance whether a name among the demo's top ones has any on the day of the test.
    /// </summary>
    [BrowserFact]
    public async Task Reading_a_chart_keeps_the_Overview_within_its_limit()
    {
        var loaded = await LoadAsync("/", Screen.Desktop, async window =>
        {
            await window.Page.Locator(".chart .plot").HoverAsync();
            await window.Page.Locator(".chart canvas").WaitForAsync();
        });

        Assert.Contains(loaded, file => file.Address.Contains("/lib/charts", StringComparison.Ordinal));
        var own = loaded.Where(file => !file.Address.Contains("-latin", StringComparison.Ordinal));
        Assert.True(own.Sum(file => file.Bytes) <= OfOverview, string.Join('\n', loaded));
    }

    private async Task<IReadOnlyList<LoadedFile>> LoadAsync(string path, Screen screen, Func<BrowserWindow, Task>? then = null)
    {
        await using var window = await dashboard.OpenSignedInAsync(screen);
        var session = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Network.enable");
        Dictionary<string, string> addresses = [];
        List<LoadedFile> loaded = [];
        session.Event("Network.responseReceived").OnEvent += (_, message) => addresses[$"{message!.Value.GetProperty("requestId")}"] =
            message.Value.GetProperty("response").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, message) => loaded.Add(new(
            addresses.GetValueOrDefault($"{message!.Value.GetProperty("requestId")}", ""),
            (long)message.Value.GetProperty("encodedDataLength").GetDouble()));
        await window.GoAsync(path);
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (then is not null) await then(window);
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return loaded;
    }

    private sealed record LoadedFile(string Address, long Bytes)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes,8:#,0} {Address}");
    }

    /// <summary>The published Web, whose files are compressed beforehand, before a history of three years.</summary>
    public sealed class PublishedDashboard : Dashboard
    {
        private IReadOnlyList<Cookie> _session = [];

        public string ArtistPath { get; private set; } = "";

        protected override bool HasDemo => true;

        protected override string Environment => "Production";

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            if (Browsers.ReasonToSkip is not null) return;
            await using var window = await OpenAsync();
            await window.EnterDemoAsync();
            await window.GoAsync("/top/artists");
            ArtistPath = (await window.Page.Locator(".rank .name").First.GetAttributeAsync("href"))!;
            _session = await window.CookiesAsync();
        }

        public Task<BrowserWindow> OpenSignedInAsync(Screen screen) => OpenAsync(screen, cookies: _session);

        protected override string ProgramOf(string project)
        {
            if (project != "Personalify.Web") return base.ProgramOf(project);
            var program = RepositoryFiles.Path("artifacts", "publish", project, $"{project}.dll");
            return File.Exists(program) ? program : throw new FileNotFoundException($"{program} is missing: run `make build`.");
        }
    }
}
