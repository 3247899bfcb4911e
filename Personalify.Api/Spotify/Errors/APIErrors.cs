using System.Net;

namespace Personalify.Api.Spotify.Errors;

/// <summary>Which exception an answer becomes.</summary>
internal static class APIErrors
{
    private const string Quota = "QUOTA_EXCEEDED";

    public static bool IsQuota(string? reason) => string.Equals(reason, Quota, StringComparison.OrdinalIgnoreCase);

    public static async Task<APIException> ReadAsync(
        string request, HttpResponseMessage response, string token, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = ErrorBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken), token);
        var failure = new APIFailure(request, response.StatusCode, body, RetryAfter(response, clock));
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new APIUnauthorizedException(failure, TokenError(response)),
            HttpStatusCode.Forbidden => APIForbiddenException.Of(failure),
            HttpStatusCode.NotFound => new APINotFoundException(failure),
            HttpStatusCode.TooManyRequests => new APITooManyRequestsException(failure),
            >= HttpStatusCode.InternalServerError => APIUnavailableException.Failing(failure),
            _ => Other(failure),
        };
    }

    /// <summary>Seconds or a date; neither when the header is missing or unreadable.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.Headers.RetryAfter is not { } header) return null;
        var pause = header.Delta ?? header.Date - clock.GetUtcNow();
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    private static APIException Other(APIFailure failure) => new(
        $"Spotify answered {failure.Request} with {(int)failure.Status!}.{failure.Words} If it stays so, this version of Personalify asks "
        + "for something that Spotify no longer takes.",
        failure);

    // Says whether a token was missing or is no longer good: error="invalid_token".
    private static string? TokenError(HttpResponseMessage response)
    {
        var parameters = response.Headers.WwwAuthenticate.Select(header => header.Parameter).OfType<string>();
        var error = parameters.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).FirstOrDefault(
            part => part.StartsWith("error=", StringComparison.OrdinalIgnoreCase));
        return error?["error=".Length..].Trim('"');
    }
}
