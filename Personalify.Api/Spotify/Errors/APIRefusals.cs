using System.Globalization;
using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Spotify.Errors;

/// <summary>The access token is not, or no longer, good, and there was none in its place.</summary>
public sealed class APIUnauthorizedException : APIException
{
    internal APIUnauthorizedException(APIFailure failure, string? tokenError)
        : base(
            $"Spotify refused {failure.Request} because the access token is not good any more (401). Refresh it; if that fails, sign in "
            + "with Spotify again.", failure) =>
        TokenError = tokenError;

    /// <summary><c>missing_token</c> or <c>invalid_token</c>, where Spotify says so.</summary>
    public string? TokenError { get; }
}

/// <summary>Nothing has this id, or it is hidden from apps of Development Mode, as Spotify's own playlists are.</summary>
public sealed class APINotFoundException : APIException
{
    internal APINotFoundException(APIFailure failure)
        : base(
            $"Spotify has nothing at {failure.Request} (404). It may have been removed, or be hidden from apps in Development Mode.",
            failure)
    {
    }
}

/// <summary>Too much was asked: in half a minute, or of the app's quota for a day.</summary>
public sealed class APITooManyRequestsException : APIException
{
    // A pause beyond a minute is the quota's, even where the reason is not given.
    private static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(1);

    internal APITooManyRequestsException(APIFailure failure)
        : base(Describe(failure), failure) => IsQuota = IsQuotaOf(failure);

    /// <summary>Whether the quota of this group of endpoints is used up; other groups still answer.</summary>
    public bool IsQuota { get; }

    private APITooManyRequestsException(string message, string request, TimeSpan? pause, bool isQuota)
        : base(message, APIFailure.Without(request) with { RetryAfter = pause }) => IsQuota = isQuota;

    /// <summary>Spotify has refused the group before, so it was not asked.</summary>
    internal static APITooManyRequestsException Closed(string request, TimeSpan pause) => new(
        $"Spotify's quota for {request} is used up, so it was not asked. {In(pause)} Other kinds of questions are still answered.",
        request, pause, isQuota: true);

    /// <summary>This server's own budget ends before Spotify's does.</summary>
    internal static APITooManyRequestsException Spent(string request, QuotaGroup group, int limit, TimeSpan pause) => new(
        $"Today's {limit} requests for {request} are used up, so Spotify was not asked. {In(pause)} Spotify:Budgets:Daily:{group} sets how "
        + "many there are.", request, pause, isQuota: true);

    internal static APITooManyRequestsException Crowded(string request) => new(
        $"Too many questions wait for Spotify already, so {request} was not asked. Try again in a few minutes; "
        + "Spotify:Budgets:RequestsPerSecond sets how fast they are asked.", request, TimeSpan.FromMinutes(1), isQuota: false);

    internal static bool MeansQuota(string? reason, TimeSpan? retryAfter) => APIErrors.IsQuota(reason) || retryAfter > LongestLimit;

    private static bool IsQuotaOf(APIFailure failure) => MeansQuota(failure.Body.Reason, failure.RetryAfter);

    private static string In(TimeSpan pause) =>
        string.Create(CultureInfo.InvariantCulture, $"Ask again in {Math.Ceiling(pause.TotalSeconds):N0} seconds, not before.");

    private static string Describe(APIFailure failure)
    {
        var until = failure.RetryAfter is { } pause
            ? In(pause)
            : "Spotify does not say how long to wait; ask again in an hour.";
        return IsQuotaOf(failure)
            ? $"Spotify's quota for {failure.Request} is used up (429). {until} Other kinds of questions are still answered."
            : $"Spotify wants fewer requests and refused {failure.Request} (429). {until}";
    }
}

/// <summary>Which of Spotify's reasons forbids it.</summary>
public enum ForbiddenKind
{
    /// <summary>Spotify gives no reason that is known.</summary>
    Unknown,

    /// <summary>The owner of the client id has no Premium, so the whole app stands still.</summary>
    OwnerWithoutPremium,

    /// <summary>The listener is not among the five whom the owner of the client id has allowed.</summary>
    UserNotAllowed,

    /// <summary>Apps of Development Mode may not ask this at all.</summary>
    EndpointRemoved,

    /// <summary>The listener has not granted what this needs.</summary>
    ScopeMissing,

    /// <summary>The playlist is neither the listener's nor edited by them.</summary>
    NotOwned,
}

/// <summary>Asking again does not help; the kind says what does.</summary>
public sealed class APIForbiddenException : APIException
{
    private APIForbiddenException(APIFailure failure, ForbiddenKind kind)
        : base($"Spotify forbids {failure.Request} (403): {Explain(kind)}{failure.Words}", failure) => Kind = kind;

    public ForbiddenKind Kind { get; }

    internal static APIForbiddenException Of(APIFailure failure) => new(failure, KindOf(failure.Request, failure.Body.Message ?? ""));

    private static ForbiddenKind KindOf(string request, string message)
    {
        if (Says(message, "premium")) return ForbiddenKind.OwnerWithoutPremium;
        if (Says(message, "scope")) return ForbiddenKind.ScopeMissing;
        if (Says(message, "registered") || Says(message, "dashboard") || Says(message, "allowlist")) return ForbiddenKind.UserNotAllowed;
        if (!message.Equals("Forbidden", StringComparison.OrdinalIgnoreCase)) return ForbiddenKind.Unknown;
        return Says(request, "/playlists/") ? ForbiddenKind.NotOwned : ForbiddenKind.EndpointRemoved;
    }

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Explain(ForbiddenKind kind) => kind switch
    {
        ForbiddenKind.OwnerWithoutPremium => "the owner of the client id has no Premium. It works again when the owner subscribes.",
        ForbiddenKind.UserNotAllowed =>
            "this listener is not on the app's list of users. The owner of the client id adds them in Spotify's Developer Dashboard, "
            + "five at most.",
        ForbiddenKind.EndpointRemoved => "apps in Development Mode may not ask this.",
        ForbiddenKind.ScopeMissing => "the listener has not granted it. Sign in with Spotify again and allow it.",
        ForbiddenKind.NotOwned => "the playlist is neither the listener's own nor edited by them.",
        _ => "it gives no reason that is known. Look at the app in Spotify's Developer Dashboard.",
    };
}
