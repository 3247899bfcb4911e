using Microsoft.Playwright;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>Colours of one's own choice, paper, and what is left when the server is away.</summary>
public sealed class FrameTests(ImportProgressTests.PlayedDashboard dashboard) : IClassFixture<ImportProgressTests.PlayedDashboard>
{
    [BrowserTheory]
    [InlineData("desktop-light", "Dark", true)]
    [InlineData("desktop-dark", "Light", false)]
    public async Task Chosen_colours_hold_against_the_system_and_need_no_script(string screen, string choice, bool isDark)
    {
        await using var window = await OpenAsync(Screen.Of(screen), hasScripts: false);
        await window.GoAsync("/settings");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();
        await window.Page.Locator($"button[aria-pressed=true]:text-is('{choice}')").WaitForAsync();
        await window.GoAsync("/");

        Assert.Equal(
            isDark ? "rgb(20, 18, 16)" : "rgb(250, 247, 241)",
            await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [BrowserFact]
    public async Task On_paper_is_what_was_counted_and_nothing_to_operate()
    {
        await using var window = await OpenAsync(Screen.DarkDesktop);
        await window.GoAsync("/");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await window.KeepPictureAsync("print");

        Assert.True(await window.Page.Locator(".figures").IsVisibleAsync());
        foreach (var selector in new[] { ".rail", ".period", ".over .picker", ".chart summary" })
            Assert.False(await window.Page.Locator(selector).First.IsVisibleAsync(), selector);
        Assert.Equal("rgb(29, 26, 22)", await window.Page.Locator("h1").EvaluateAsync<string>("h1 => getComputedStyle(h1).color"));
    }

    [BrowserFact]
    public async Task Without_a_connection_the_page_says_so_in_its_own_look_and_keeps_nothing_personal()
    {
        await using var window = await OpenAsync(Screen.Phone);
        await window.GoAsync("/");
        await window.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await window.Page.WaitForFunctionAsync("async () => await caches.match('/offline') !== undefined");
        await window.GoAsync("/settings");

        await window.Page.Context.SetOfflineAsync(true);
        await window.GoAsync("/");

        Assert.Equal("Personalify cannot be reached", await window.TextAsync("h1"));
        var notice = window.Page.Locator(".notice");
        Assert.Equal("1px", await notice.EvaluateAsync<string>("notice => getComputedStyle(notice).borderTopWidth"));
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const kept = [];
              for (const name of await caches.keys())
                for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
              return kept.filter(path => path !== '/offline' && !/\.(css|svg)$/.test(path));
            }
            """));
    }

    private Task<BrowserWindow> OpenAsync(Screen screen, bool hasScripts = true)
    {
        dashboard.Played.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());
        return dashboard.OpenAsync(screen, hasScripts);
    }
}
