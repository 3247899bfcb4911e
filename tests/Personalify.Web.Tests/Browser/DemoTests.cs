using Microsoft.Playwright;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>The invented listener that a new server shows; also the one on the picture of the README.</summary>
public sealed class DemoTests(DemoTests.DashboardWithDemo dashboard) : IClassFixture<DemoTests.DashboardWithDemo>
{
    /// <summary>When this is set, <c>docs/overview.png</c> is made anew.</summary>
    private const string PictureVariable = "PERSONALIFY_PICTURE";

    [BrowserFact]
    public async Task A_visitor_looks_around_without_an_account()
    {
        await using var window = await dashboard.OpenAsync(Screen.Desktop);

        await EnterAsync(window);
        await window.GoAsync("/");

        Assert.Equal("The last twelve months", await window.TextAsync("h1"));
        Assert.Equal(4, await window.Page.Locator(".figure", new() { HasText = "the year before" }).CountAsync());
        Assert.Equal(6, await window.Page.Locator(".rank").First.Locator("li").CountAsync());
        await window.KeepPictureAsync("demo-overview");
        if (Environment.GetEnvironmentVariable(PictureVariable) is { Length: > 0 }) await PictureAsync(window);
        Assert.Empty(window.Complaints);
    }

    private static async Task EnterAsync(BrowserWindow window)
    {
        await window.GoAsync("/sign-in");
        var demo = window.Page.GetByRole(AriaRole.Button, new() { Name = "Look around with demo data" });
        await Testing.Eventually.IsTrueAsync(() => AppearsAsync(window, demo), "the demo can be entered", TimeSpan.FromMinutes(2));
        await demo.ClickAsync();
        await window.Page.WaitForURLAsync("**/");
        var figures = window.Page.Locator(".figures");
        await Testing.Eventually.IsTrueAsync(() => AppearsAsync(window, figures), "the demo has its history", TimeSpan.FromMinutes(2));
    }

    private static async Task<bool> AppearsAsync(BrowserWindow window, ILocator locator)
    {
        if (await locator.IsVisibleAsync()) return true;
        await window.Page.ReloadAsync();
        return await locator.IsVisibleAsync();
    }

    private static async Task PictureAsync(BrowserWindow window)
    {
        Directory.CreateDirectory(RepositoryFiles.Path("docs"));
        await window.Page.ScreenshotAsync(new() { Path = RepositoryFiles.Path("docs", "overview.png"), FullPage = true });
    }

    public sealed class DashboardWithDemo : Dashboard
    {
        protected override bool HasDemo => true;
    }
}
