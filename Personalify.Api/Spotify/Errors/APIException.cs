using System.Net;

namespace Personalify.Api.Spotify.Errors;

/// <summary>Spotify did not give what was asked for. The message says what was tried and the way out, and never holds a token.</summary>
public class APIException : Exception
{
    internal APIException(string message, APIFailure failure, Exception? inner = null)
        : base(message, inner)
    {
        Request = failure.Request;
        Status = failure.Status;
        SpotifyMessage = failure.Body.Message;
        Reason = failure.Body.Reason;
        RetryAfter = failure.RetryAfter;
    }

    /// <summary>Method and path, without the query.</summary>
    public string Request { get; }

    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Spotify's own words, if it said any. They change; decisions never rest on them alone.</summary>
    public string? SpotifyMessage { get; }

    /// <summary>Spotify's word for programs, such as <c>QUOTA_EXCEEDED</c>.</summary>
    public string? Reason { get; }

    /// <summary>How long Spotify asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }
}

/// <summary>What is known of a failure.</summary>
internal sealed record APIFailure(string Request, HttpStatusCode? Status, ErrorBody Body, TimeSpan? RetryAfter)
{
    public static APIFailure Without(string request) => new(request, null, new ErrorBody(null, null, null), null);

    /// <summary>Spotify's own words as the end of a sentence.</summary>
    public string Words => Body.Message is { Length: > 0 } message ? $" Spotify says: “{message}”." : "";
}
