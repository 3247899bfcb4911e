using System.Globalization;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>Why a part is not there, in sentences for a listener.</summary>
public static class SyncSentences
{
    public const string NotConnected = "You are not connected with Spotify. Connect on the Spotify page.";
    public const string SignInAgain = "Spotify no longer takes this connection. Sign in with Spotify again.";
    public const string Stopped = "The server stopped before the end of this part. The next synchronization completes it.";

    public const string Unreachable = "Spotify could not be reached or did not answer in time. It is tried again later.";

    public static SyncPartReport Interrupted(SyncPart part, int fetched) =>
        new(part, SyncPartStatus.Interrupted, fetched, 0, 0, 0, Stopped);

    public static SyncPartReport NotGranted(SyncPart part, IEnumerable<string> scopes) => new(
        part, SyncPartStatus.Skipped, 0, 0, 0, 0,
        $"You have not granted {string.Join(", ", scopes)}. Sign in with Spotify again and allow it.");

    /// <summary>What a failure means for the part.</summary>
    public static (SyncPartStatus Status, string Message) Of(Exception failure, DateTimeOffset now) => failure switch
    {
        APIUnauthorizedException or SpotifySignInAgainException => (SyncPartStatus.Failed, SignInAgain),
        APIForbiddenException forbidden => (SyncPartStatus.Skipped, Of(forbidden.Kind)),
        APITooManyRequestsException tooMany => (SyncPartStatus.Failed, Of(tooMany, now)),
        APIUnavailableException => (SyncPartStatus.Failed, Unreachable),
        APINotFoundException => (SyncPartStatus.Skipped, "Spotify does not have this for your account."),
        APIException => (SyncPartStatus.Failed, "Spotify answered with something that cannot be read. It is tried again later."),
        _ => (SyncPartStatus.Failed, "What Spotify answered could not be kept here. It is tried again later; the server's log says why."),
    };

    /// <summary>Whether every other part would meet the same, so that nothing more is asked.</summary>
    public static bool IsForAll(Exception failure) => failure is APIUnauthorizedException or SpotifySignInAgainException
        or APIForbiddenException { Kind: ForbiddenKind.OwnerWithoutPremium or ForbiddenKind.UserNotAllowed };

    private static string Of(ForbiddenKind kind) => kind switch
    {
        ForbiddenKind.OwnerWithoutPremium =>
            "Spotify does not answer this server: the owner of the client id has no Premium. It works again when the owner subscribes.",
        ForbiddenKind.UserNotAllowed =>
            "You are not on the list of users of this server's Spotify app. Its owner can add you in Spotify's Developer Dashboard.",
        ForbiddenKind.ScopeMissing => "You have not granted this. Sign in with Spotify again and allow it.",
        ForbiddenKind.EndpointRemoved => "Spotify does not give this to apps in Development Mode.",
        _ => "Spotify does not give this to this server, and says no reason that is known.",
    };

    private static string Of(APITooManyRequestsException failure, DateTimeOffset now)
    {
        if (!failure.IsQuota) return "Spotify wants fewer requests for a moment. It is tried again later.";
        return failure.RetryAfter is { } pause
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Spotify's quota for this is used up until {now + pause:yyyy-MM-dd HH:mm} UTC. It is tried again then.")
            : "Spotify's quota for this is used up, and Spotify does not say for how long. It is tried again later.";
    }
}
