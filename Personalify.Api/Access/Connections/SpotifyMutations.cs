using System.Security.Claims;
using Personalify.Api.Errors;

namespace Personalify.Api.Access.Connections;

[MutationType]
internal static class SpotifyMutations
{
    private const string OfRedirect =
        "Where Spotify sends the browser back to: the client's own address and /spotify/callback. A setting of the server takes its place.";

    private const string OfReturn =
        "Where the listener wants to be afterwards, a path of the client; completeSpotifyConnection gives it back.";

    [Authorize(Policies.OwnWritable)]
    [Error<SpotifyNotConfiguredError>]
    [Error<SpotifyRedirectError>]
    [Error<InvalidInputError>]
    [Error<NotAllowedError>]
    [GraphQLDescription("Begins to connect the own account with Spotify, or to renew that: the answer says where the browser goes.")]
    public static Task<FieldResult<SpotifySignIn>> ConnectSpotifyAsync(
        [GraphQLDescription(OfRedirect)] string? redirectUrl, [GraphQLDescription(OfReturn)] string? returnPath,
        SpotifyStart start, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        start.ConnectAsync(principal.GetUserId(), redirectUrl, returnPath, cancellationToken);

    [Error<SpotifyNotConfiguredError>]
    [Error<SpotifyRedirectError>]
    [Error<InvalidInputError>]
    [Error<TooManyAttemptsError>]
    [GraphQLDescription("Begins to sign in with Spotify: the answer says where the browser goes.")]
    public static Task<FieldResult<SpotifySignIn>> SignInWithSpotifyAsync(
        [GraphQLDescription(OfRedirect)] string? redirectUrl, [GraphQLDescription(OfReturn)] string? returnPath,
        SpotifyStart start, [GlobalState(AccessMutations.RemoteAddress)] string address, CancellationToken cancellationToken) =>
        start.SignInAsync(redirectUrl, returnPath, address, cancellationToken);

    [Error<InvalidInputError>]
    [Error<NotAllowedError>]
    [Error<TooManyAttemptsError>]
    [Error<SpotifyNotConfiguredError>]
    [Error<SpotifyStateError>]
    [Error<SpotifyDeniedError>]
    [Error<SpotifyClientError>]
    [Error<SpotifyRedirectError>]
    [Error<SpotifyNotListedError>]
    [Error<SpotifyOwnerWithoutPremiumError>]
    [Error<SpotifyAccountTakenError>]
    [Error<SpotifyUnreachableError>]
    [GraphQLDescription(
        "Takes what Spotify gave the browser: state with code or error, or the whole address at which it landed. It connects the account "
        + "that began, or signs in to the account that is linked with the listener's, which is made if there is none and new ones are "
        + "allowed. A client makes sure that the person began it themselves, unless they are signed in to that account.")]
    public static async Task<FieldResult<SpotifyCompletion>> CompleteSpotifyConnectionAsync(
        [GraphQLDescription("Spotify's code.")] string? code, [GraphQLDescription("The state that came with it.")] string? state,
        [GraphQLDescription("Spotify's error, where there is no code.")] string? error,
        [GraphQLDescription("In place of all three, the whole address at which the browser landed.")] string? address,
        SpotifyComplete complete, [GlobalState(AccessMutations.RemoteAddress)] string remoteAddress, ClaimsPrincipal principal,
        CancellationToken cancellationToken)
    {
        var back = SpotifyReturn.Read(code, state, error, address);
        return back.Value is { } found
            ? await complete.RunAsync(found, remoteAddress, principal, cancellationToken)
            : new FieldResult<SpotifyCompletion>(back.Errors);
    }

    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [GraphQLDescription("Ends the own connection with Spotify. Its tokens are deleted at once.")]
    public static Task<FieldResult<SpotifyDisconnection>> DisconnectSpotifyAsync(
        [GraphQLDescription("Whether what came through it stays: plays, top lists, library. Without, it is wiped from every store; what "
            + "was imported from files stays in any case.")]
        bool keepData,
        SpotifyDisconnect disconnect, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        disconnect.RunAsync(principal.GetUserId(), keepData, cancellationToken);

    [Authorize(Policies.OwnWritable)]
    [Error<InvalidInputError>]
    [Error<NotAllowedError>]
    [GraphQLDescription("Goes to Spotify through an app of the listener's own from the next connection on. An older one is replaced, and a "
        + "connection through it has to be made anew.")]
    public static Task<FieldResult<OwnSpotifyApp>> SetSpotifyAppAsync(
        [GraphQLDescription("From the app's settings in Spotify's Developer Dashboard.")] string clientId,
        [GraphQLDescription("The app's secret, which may be left out.")] string? clientSecret,
        OwnSpotifyApps own, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        own.SetAsync(principal.GetUserId(), clientId, clientSecret, cancellationToken);

    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [UseMutationConvention(PayloadFieldName = "removed")]
    [GraphQLDescription("Goes to Spotify through the server's app again. A connection through the own one has to be made anew.")]
    public static async Task<FieldResult<bool>> RemoveSpotifyAppAsync(
        SpotifyApps apps, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        await apps.RemoveOwnAsync(principal.GetUserId(), cancellationToken);
}
