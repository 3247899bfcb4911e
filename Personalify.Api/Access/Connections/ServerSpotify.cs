using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

[ExtendObjectType(typeof(Server))]
public static class ServerSpotify
{
    [GraphQLDescription("How this server goes to Spotify.")]
    public static SpotifyService GetSpotify(IOptions<SpotifyOptions> options) =>
        new(options.Value.IsConfigured, options.Value.IsDemo, options.Value.NewAccounts);
}

[GraphQLDescription("How this server goes to Spotify.")]
public sealed record SpotifyService(
    [property: GraphQLDescription("Whether the server has an app of its own at Spotify, so that people can sign in with Spotify.")]
    bool IsConfigured,
    [property: GraphQLDescription("Whether it is the demo Spotify, whose listeners and music are invented.")] bool IsDemo,
    [property: GraphQLDescription("Whether who signs in with Spotify and has no account here gets one.")] bool NewAccounts)
{
    [GraphQLDescription("Where Spotify would send a browser back to, and whether it can.")]
    public SpotifyRedirect GetRedirect(
        [GraphQLDescription("Where the client takes browsers back, if the server names no other address: its own, and /spotify/callback.")]
        string callbackUrl, IOptions<SpotifyOptions> options)
    {
        var url = options.Value.RedirectUrl is { Length: > 0 } set ? set : callbackUrl;
        return RedirectRules.FindProblem(url) is not { } problem
            ? new SpotifyRedirect(url, null)
            : new SpotifyRedirect(OnThisMachine(url), problem);
    }

    [GraphQLDescription("The name of the account that would be connected by a way that is open; null for one that signs in, and for none. Who "
        + "has the state may know it, because they are asked whether they began it.")]
    public Task<string?> GetBegunByAsync(
        [GraphQLDescription("As Spotify gave it to the browser.")] string state, SpotifySignInStore ways,
        CancellationToken cancellationToken) =>
        ways.FindBeginnerAsync(state, cancellationToken);

    [GraphQLDescription("How many accounts are connected through the server's own app, which Spotify lets five listeners use; null without "
        + "such an app, and for those who do not administer this server.")]
    public async Task<int?> GetListenersAsync(
        ClaimsPrincipal principal, SpotifyConnectionStore connections, IOptions<SpotifyOptions> options,
        CancellationToken cancellationToken) =>
        principal.IsInRole(Policies.Administrator) && options.Value.App is { } app
            ? await connections.CountAsync(app.ClientId, cancellationToken)
            : null;

    // Spotify takes it, and the listener brings the address at which they land by hand.
    private static string OnThisMachine(string url)
    {
        var port = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Port > 0 ? uri.Port : 80;
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{RedirectRules.CallbackPath}");
    }
}

[GraphQLDescription("Where Spotify sends a browser back to.")]
public sealed record SpotifyRedirect(
    [property: GraphQLDescription("The address to register in the app's settings at Spotify, exactly so.")] string Url,
    [property: GraphQLDescription("Why Spotify does not take the client's own address, as a sentence. The url is then one of the listener's "
        + "own machine, where nothing may answer, and the address at which they land is given to completeSpotifyConnection by hand.")]
    string? Problem);
