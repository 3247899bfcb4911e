using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Personalify.Api.Spotify.Errors;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Personalify.Api.Spotify.Http;

/// <summary>
/// How long a call lasts and when it is tried again: bursts of 5xx, broken connections, and a 429 that asks for a few seconds. Only
/// questions come here; a quota that is used up, and any <c>Retry-After</c> longer than allowed, goes to the caller at once.
/// </summary>
internal static class SpotifyResilience
{
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, SpotifyOptions options, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline.AddTimeout(options.TotalTimeout);
        pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            ShouldHandle = attempt => ShouldRetryAsync(attempt.Outcome, options, clock),
            DelayGenerator = attempt => ValueTask.FromResult(PauseOf(attempt.Outcome.Result, clock)),
        });
        pipeline.AddTimeout(options.AttemptTimeout);
    }

    private static async ValueTask<bool> ShouldRetryAsync(Outcome<HttpResponseMessage> outcome, SpotifyOptions options, TimeProvider clock)
    {
        if (outcome.Exception is { } failure)
        {
            return failure is TimeoutRejectedException || failure is HttpRequestException { InnerException: not BodyTooLargeException };
        }

        if (outcome.Result is not { } response || APIErrors.RetryAfter(response, clock) > options.MaxRetryAfter) return false;
        return response.StatusCode switch
        {
            HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway => true,
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
            HttpStatusCode.TooManyRequests => APIErrors.RetryAfter(response, clock) is not null && !await IsQuotaAsync(response),
            _ => false,
        };
    }

    // The body lies in memory already.
    private static async Task<bool> IsQuotaAsync(HttpResponseMessage response) =>
        APIErrors.IsQuota(ErrorBody.Read(await response.Content.ReadAsByteArrayAsync()).Reason);

    // As long as asked for and up to a quarter of a second more, so that callers who were refused together do not come back together.
    private static TimeSpan? PauseOf(HttpResponseMessage? response, TimeProvider clock) =>
        response is not null && APIErrors.RetryAfter(response, clock) is { } asked
            ? asked + TimeSpan.FromMilliseconds(Random.Shared.Next(250))
            : null;
}
