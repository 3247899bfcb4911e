using System.Net;
using System.Text.Json;

namespace Personalify.FakeSpotify.Faults;

/// <summary>
/// What goes wrong with an answer: another status, another body, a wait, a cut, or other fields. As JSON it is what <c>/fake/faults</c>
/// takes.
/// </summary>
public sealed record Fault
{
    /// <summary>Answered in the place of the endpoint.</summary>
    public int? Status { get; init; }

    public string Body { get; init; } = "";

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Waited before the answer, on the fake's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>No answer comes until the caller gives up.</summary>
    public bool Hangs { get; init; }

    /// <summary>The connection ends in the middle of the body.</summary>
    public bool IsCut { get; init; }

    /// <summary>Fields that get another name, at any depth.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields that are missing, at any depth.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Fields that are null, at any depth.</summary>
    public IReadOnlyList<string> Nulls { get; init; } = [];

    internal bool ChangesBody => IsCut || Renamed.Count > 0 || Missing.Count > 0 || Nulls.Count > 0;

    public static Fault RateLimited(TimeSpan? retryAfter) =>
        Json(HttpStatusCode.TooManyRequests, "API rate limit exceeded") with { Headers = RetryAfter(retryAfter) };

    /// <summary>The day's quota is used up; Spotify usually asks for about 24 hours and sometimes says nothing.</summary>
    public static Fault QuotaExceeded(TimeSpan? retryAfter) => new()
    {
        Status = 429,
        Body = """{"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}}""",
        Headers = RetryAfter(retryAfter),
    };

    public static Fault Json(HttpStatusCode status, string message) => new()
    {
        Status = (int)status, Body = JsonSerializer.Serialize(new { error = new { status = (int)status, message } }),
    };

    public static Fault Text(HttpStatusCode status, string body) =>
        new() { Status = (int)status, Body = body, ContentType = "text/plain; charset=utf-8" };

    public static Fault Html(HttpStatusCode status) => new()
    {
        Status = (int)status, Body = $"<html><head><title>{(int)status}</title></head><body>upstream</body></html>",
        ContentType = "text/html; charset=utf-8",
    };

    public static Fault Empty(HttpStatusCode status) => new() { Status = (int)status };

    public static Fault Unauthorized() => Json(HttpStatusCode.Unauthorized, "Missing/invalid/expired access token") with
    {
        Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer realm=\"spotify\", error=\"invalid_token\"" },
    };

    public static Fault Slow(TimeSpan delay) => new() { Delay = delay };

    public static Fault Hanging() => new() { Hangs = true };

    public static Fault Cut() => new() { IsCut = true };

    public static Fault WithRenamed(string name, string other) => new() { Renamed = new Dictionary<string, string> { [name] = other } };

    public static Fault Without(params string[] names) => new() { Missing = names };

    public static Fault WithNull(params string[] names) => new() { Nulls = names };

    private static Dictionary<string, string> RetryAfter(TimeSpan? pause) =>
        pause is { } time
            ? new() { ["Retry-After"] = ((long)time.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture) }
            : [];
}
