using System.Net;
using System.Text.RegularExpressions;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>Signs in to the demo on the pages themselves.</summary>
internal sealed partial class DemoVisitor : IDisposable
{
    private const string Session = "personalify_session";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _browser;
    private readonly Uri _web;

    public DemoVisitor(Uri web)
    {
        _web = web;
        _browser = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, UseProxy = false }) { BaseAddress = web };
    }

    /// <summary>The session, as a browser sends it.</summary>
    public string Cookie => $"{Session}={_cookies.GetCookies(_web)[Session]!.Value}";

    /// <summary>Waits until the demo has its history.</summary>
    /// <returns>The path of its first artist.</returns>
    public async Task<string> EnterAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(limit);
        while (_cookies.GetCookies(_web)[Session] is null || await ArtistAsync(late.Token) is null)
        {
            if (_cookies.GetCookies(_web)[Session] is null) await SignInAsync(late.Token);
            await Task.Delay(Pause, late.Token);
        }

        return (await ArtistAsync(late.Token))!;
    }

    public void Dispose() => _browser.Dispose();

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var form = await _browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative), cancellationToken);
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", Mark().Match(form).Groups[1].Value)]);
        using var answer = await _browser.PostAsync(new Uri("/sign-in?handler=Demo", UriKind.Relative), content, cancellationToken);
    }

    private async Task<string?> ArtistAsync(CancellationToken cancellationToken)
    {
        var page = await _browser.GetStringAsync(new Uri("/top/artists", UriKind.Relative), cancellationToken);
        return Artist().Match(page) is { Success: true } found ? found.Value : null;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="([^"]*)""")]
    private static partial Regex Mark();

    [GeneratedRegex("/artists/[A-Za-z0-9_=%-]+")]
    private static partial Regex Artist();
}
