using Microsoft.Playwright;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>A window of the browser that remembers everything the browser complained about, the pages' policy included.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _refused = [];

    public BrowserWindow(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Remember(message.Type is "error" or "warning", $"{message.Text} ({message.Location})");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) _refused.Add($"{response.Status} {response.Url}");
        };
        page.PageError += (_, error) => Remember(true, error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console: a refused script, a missing file, a failure in a script.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Answers of 400 and above. The one to a tab's icon is not among them, and shows up as a complaint.</summary>
    public IReadOnlyList<string> Refused => _refused;

    public Task GoAsync(string path) => Page.GotoAsync(path);

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
