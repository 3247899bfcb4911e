using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Http.Resilience;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Http;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Personalify.Api.Moods.Providers.HuggingFace;

/// <summary>How long a refusal asks to wait, and which are waited for within a request.</summary>
internal static class HuggingFaceRefusal
{
    /// <summary><c>Retry-After</c>, or the estimated time of a model that is still loaded.</summary>
    public static TimeSpan? PauseOf(HttpResponseMessage response, byte[] body, TimeProvider clock) =>
        APIErrors.RetryAfter(response, clock) ?? (response.StatusCode == HttpStatusCode.ServiceUnavailable ? EstimatedTime(body) : null);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, HuggingFaceOptions options, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline.AddTimeout(options.TotalTimeout);
        // The strategy refuses a number of 0, which is a right setting: one try.
        if (options.Retries > 0) pipeline.AddRetry(Retry(options, clock));
        pipeline.AddTimeout(options.AttemptTimeout);
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(HuggingFaceOptions options, TimeProvider clock) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        ShouldHandle = attempt => ShouldRetryAsync(attempt.Outcome, options, clock),
        DelayGenerator = async attempt => attempt.Outcome.Result is { } response ? await PauseAsync(response, clock) : null,
    };

    private static async ValueTask<bool> ShouldRetryAsync(Outcome<HttpResponseMessage> outcome, HuggingFaceOptions options,
        TimeProvider clock)
    {
        if (outcome.Exception is { } failure)
            return failure is TimeoutRejectedException || failure is HttpRequestException { InnerException: not BodyTooLargeException };
        if (outcome.Result is not { } response || await PauseAsync(response, clock) > options.MaxRetryAfter) return false;
        return response.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests;
    }

    // The body lies in memory already.
    private static async Task<TimeSpan?> PauseAsync(HttpResponseMessage response, TimeProvider clock) =>
        response.IsSuccessStatusCode ? null : PauseOf(response, await response.Content.ReadAsByteArrayAsync(), clock);

    private static TimeSpan? EstimatedTime(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("estimated_time", out var time)
                && time.ValueKind == JsonValueKind.Number && time.GetDouble() is >= 0 and < 86_400 and var seconds
                ? TimeSpan.FromSeconds(seconds)
                : null;
        }
        catch (JsonException)
        {
            return null; // a page of a proxy, which estimates nothing
        }
    }
}
