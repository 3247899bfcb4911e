using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Personalify.FakeSpotify.Accounts;
using Personalify.FakeSpotify.Faults;
using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify;

/// <summary>
/// A stand-in for Spotify, for tests: a real HTTP server on a free port of this machine, with accounts and the Web API, invented listeners
/// and an invented catalogue. Nothing in it is Spotify's or a person's.
/// </summary>
public sealed class FakeSpotifyServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSpotifyServer(WebApplication app, FakeWorld world, Uri url)
    {
        (_app, World, Url) = (app, world, url);
    }

    public FakeWorld World { get; }

    /// <summary>Where it listens. It is <c>Spotify:AccountsUrl</c> as well.</summary>
    public Uri Url { get; }

    /// <summary>For <c>Spotify:ApiUrl</c>.</summary>
    public Uri ApiUrl => new(Url, "v1/");

    public FakeSpotifyOptions Options => World.Options;

    public FaultScript Faults => World.Faults;

    public RequestLog Requests => World.Requests;

    public FakeListener Listener(string name) => World.Listeners[name];

    public static async Task<FakeSpotifyServer> StartAsync(FakeSpotifyOptions? options = null, TimeProvider? clock = null)
    {
        var app = FakeSpotifyApp.Build(["--urls", "http://127.0.0.1:0"], options ?? new FakeSpotifyOptions(), clock ?? TimeProvider.System);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new FakeSpotifyServer(app, app.Services.GetRequiredService<FakeWorld>(), new Uri(address + "/"));
    }

    /// <summary>An access token without the way through the browser; without scopes, one with all.</summary>
    public string AccessToken(string listener, params string[] scopes) =>
        World.Grants.AccessToken(
            new Grant(listener, Options.ClientId, string.Join(' ', scopes.Length > 0 ? scopes : FakeScopes.All), World.Now));

    /// <summary>Agrees on the page of consent in a listener's place, and says to which address Spotify sends the browser.</summary>
    public async Task<Uri> ApproveAsync(Uri authorizeUri, string listener, bool agrees = true)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["listener"] = listener, ["decision"] = agrees ? "agree" : "cancel" });
        using var response = await browser.PostAsync(authorizeUri, form);
        return response.StatusCode == HttpStatusCode.Found
            ? response.Headers.Location!
            : throw new InvalidOperationException(
                $"The page of consent answers {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true)); // what hangs on purpose is not waited for
        await _app.DisposeAsync();
    }
}
