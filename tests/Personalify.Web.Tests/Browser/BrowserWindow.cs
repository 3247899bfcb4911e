using Microsoft.Playwright;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>A window of the browser that remembers everything the browser complained about, the pages' policy included.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly bool _hasScripts;

    public BrowserWindow(IBrowserContext context, IPage page, bool hasScripts)
    {
        (_context, Page, _hasScripts) = (context, page, hasScripts);
        page.Console += (_, message) => Remember(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Remember(true, error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console: a refused script, a missing file, a failure in a script.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until its charts are drawn, which they are when one has come to them.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        var charts = Page.Locator(".chart");
        if (!_hasScripts || await charts.CountAsync() == 0) return;
        await charts.First.ScrollIntoViewIfNeededAsync();
        await Page.WaitForSelectorAsync(".chart:not([data-drawn])", new() { State = WaitForSelectorState.Detached });
        await Page.EvaluateAsync("scrollTo(0, 0)");
    }

    public async Task<string> TextAsync(string selector) => (await Page.InnerTextAsync(selector)).Replace('\u202f', ' ').Replace('\u00a0', ' ');

    /// <summary>Kept in <c>tests/screenshots</c>, which git ignores.</summary>
    public async Task KeepPictureAsync(string name) =>
        await Page.ScreenshotAsync(new() { Path = RepositoryFiles.Path("tests", "screenshots", $"{name}.png"), FullPage = true });

    /// <summary>How many pixels the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

    public async Task<IReadOnlyList<Cookie>> CookiesAsync() =>
        [.. (await _context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path })];

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Remember(bool isComplaint, string text)
    {
        if (isComplaint) _complaints.Add(text);
    }
}
