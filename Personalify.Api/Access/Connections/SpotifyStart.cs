using System.Globalization;
using Microsoft.Extensions.Options;
using Personalify.Api.Errors;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;

namespace Personalify.Api.Access.Connections;

/// <summary>Sends a browser to Spotify's page of consent.</summary>
public sealed class SpotifyStart(
    SpotifyApps apps, SpotifySignInStore store, OAuthClient accounts, SignInThrottle throttle, IOptions<SpotifyOptions> options,
    TimeProvider time)
{
    private const int MaxPathLength = 500;

    private static readonly SpotifyNotConfiguredError NotConfigured = new(
        "This server has no app at Spotify. Register one in Spotify's Developer Dashboard and set Spotify__ClientId, or enter an app of "
        + "your own on the page Spotify.");

    private static readonly InvalidInputError WayBackElsewhere =
        new("The way back leads elsewhere. Give a path of this server, such as /spotify.", "returnPath");

    /// <summary>Connects the account of a user who is signed in.</summary>
    public async Task<FieldResult<SpotifySignIn>> ConnectAsync(
        int userId, string? redirectUrl, string? returnPath, CancellationToken cancellationToken) =>
        await StartAsync(await apps.FindAsync(userId, cancellationToken), userId, redirectUrl, returnPath, cancellationToken);

    /// <summary>
    /// Enters the account that is linked with a Spotify account. It counts as an attempt to sign in, because it can be repeated at will.
    /// </summary>
    public async Task<FieldResult<SpotifySignIn>> SignInAsync(
        string? redirectUrl, string? returnPath, string address, CancellationToken cancellationToken) =>
        throttle.BeginSpotify(address) is { } tooMany
            ? new FieldResult<SpotifySignIn>([tooMany])
            : await StartAsync(options.Value.App, null, redirectUrl, returnPath, cancellationToken);

    private async Task<FieldResult<SpotifySignIn>> StartAsync(
        SpotifyApp? app, int? userId, string? redirectUrl, string? returnPath, CancellationToken cancellationToken)
    {
        if (app is null) return new([NotConfigured]);
        var redirect = options.Value.RedirectUrl is { Length: > 0 } set ? set : redirectUrl ?? "";
        if (RedirectRules.FindProblem(redirect) is { } problem) return new([new SpotifyRedirectError(problem)]);
        if (FindProblem(returnPath) is { } refusal) return new([refusal]);
        // Spotify documents an app's secret and PKCE as two ways, not as one.
        var (verifier, challenge) = app.ClientSecret is null ? PKCEUtil.GenerateCodes() : (null, null);
        var state = await store.AddAsync(new SpotifySignInWay(userId, app.ClientId, verifier, redirect, returnPath), cancellationToken);
        var request = new LoginRequest(app, new Uri(redirect), state) { CodeChallenge = challenge };
        return new SpotifySignIn(accounts.ToUri(request).AbsoluteUri, redirect, time.GetUtcNow() + SpotifySignInStore.Lifetime);
    }

    private static InvalidInputError? FindProblem(string? returnPath) => returnPath switch
    {
        null => null,
        { Length: > MaxPathLength } => new(string.Create(CultureInfo.InvariantCulture,
            $"The way back has {returnPath.Length} characters, and at most {MaxPathLength} are kept. "
            + $"Give a shorter path of this server, such as /spotify."), "returnPath"),
        _ => IsLocalPath(returnPath) ? null : WayBackElsewhere,
    };

    /// <summary>A path of this server and of no other: browsers read two slashes, or a backslash, as the start of a host.</summary>
    private static bool IsLocalPath(string path) =>
        path.Length > 0 && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}

[GraphQLDescription("A way to Spotify's page of consent, good once and for ten minutes.")]
public sealed record SpotifySignIn(
    [property: GraphQLDescription("Where the browser goes. It holds a state that is shown here only.")] string AuthorizeUrl,
    [property: GraphQLDescription("Where Spotify sends the browser back to. The app's settings at Spotify must name exactly this address.")]
    string RedirectUrl,
    [property: GraphQLDescription("Until when what comes back is taken, UTC.")] DateTimeOffset ExpiresAt);
