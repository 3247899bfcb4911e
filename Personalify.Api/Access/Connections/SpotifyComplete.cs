using System.Security.Claims;
using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access.Connections;

/// <summary>Takes what a browser brings back from Spotify.</summary>
public sealed class SpotifyComplete(
    SpotifySignInStore signIns, SpotifyExchange exchange, SpotifyLinking linking, SessionStore sessions, UserStore users,
    SignInThrottle throttle)
{
    private static readonly SpotifyStateError NoSuchWay = new(
        "This way to Spotify is not open: it was used already, is older than ten minutes, or was begun by another account. Begin again.");

    private static readonly SpotifyDeniedError Denied = new(
        "You did not agree on Spotify's page, so nothing was connected. Begin again if you want to.");

    public async Task<FieldResult<SpotifyCompletion>> RunAsync(
        SpotifyReturn back, string address, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (throttle.BeginSpotify(address) is { } tooMany) return new([tooMany]);
        if (await signIns.TakeAsync(back.State, principal.FindUserId(), cancellationToken) is not { } way) return new([NoSuchWay]);
        if (back.Error is { } error) return new([ErrorOf(error)]);
        var listener = await exchange.RunAsync(way, back.Code!, cancellationToken);
        if (listener.Value is null) return new(listener.Errors);
        var link = await linking.RunAsync(way.UserId, listener.Value, cancellationToken);
        if (link.Value is null) return new(link.Errors);
        throttle.SucceedSpotify(address);
        return await AnswerAsync(way, link.Value, cancellationToken);
    }

    private async Task<SpotifyCompletion> AnswerAsync(SpotifySignInWay way, SpotifyLink link, CancellationToken cancellationToken)
    {
        var user = way.UserId is null ? await users.FindAsync(link.Connection.UserId, cancellationToken) : null;
        var session = user is null ? null : await sessions.StartAsync(user, cancellationToken);
        return new SpotifyCompletion(session, link.IsNew, link.Connection.DisplayName, way.ReturnPath);
    }

    private static object ErrorOf(string error) => error == "access_denied"
        ? Denied
        : new SpotifyClientError(
            "Spotify sent the browser back without a code. Compare client id, secret and redirect address with the app's settings in "
            + "Spotify's Developer Dashboard, and begin again.");
}

[GraphQLDescription("A connection with Spotify was made or renewed.")]
public sealed record SpotifyCompletion(
    [property: GraphQLDescription("A new session, when it was begun to sign in; null when it was begun to connect an account.")]
    Session? Session,
    [property: GraphQLDescription("Whether an account was made for the listener.")] bool IsNewAccount,
    [property: GraphQLDescription("How Spotify calls the listener.")] string? SpotifyName,
    [property: GraphQLDescription("Where the listener wanted to be afterwards, as it was given at the beginning.")] string? ReturnPath);
