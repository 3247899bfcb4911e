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

        await window.EnterDemoAsync();
        await window.GoAsync("/");

        Assert.Equal("The last twelve months", await window.TextAsync("h1"));
        Assert.Equal(4, await window.Page.Locator(".figure", new() { HasText = "the year before" }).CountAsync());
        Assert.Equal(6, await window.Page.Locator(".rank").First.Locator("li").CountAsync());
        await window.KeepPictureAsync("demo-overview");
        if (Environment.GetEnvironmentVariable(PictureVariable) is { Length: > 0 }) await PictureAsync(window);
        Assert.Empty(window.Complaints);
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
