namespace Personalify.FakeSpotify;

/// <summary>One request that came in, and what it was answered.</summary>
/// <param name="Endpoint">The path with names in the place of ids: <c>/v1/artists/{id}</c>.</param>
public sealed record LoggedRequest(
    DateTimeOffset At, string Method, string Endpoint, string Path, string Query, string? Listener, int Status);

/// <summary>What was asked, for tests that count. A request that breaks off has the status 0.</summary>
public sealed class RequestLog(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<LoggedRequest> _requests = [];

    public IReadOnlyList<LoggedRequest> All
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    /// <summary>How often an endpoint was asked: <c>/v1/me/tracks</c>, <c>/v1/artists/{id}</c>, <c>/api/token</c>.</summary>
    public int Count(string endpoint) => All.Count(request => request.Endpoint == endpoint);

    public IReadOnlyDictionary<string, int> Counts() =>
        All.GroupBy(request => request.Endpoint).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count());

    public void Clear()
    {
        lock (_lock) _requests.Clear();
    }

    internal void Add(HttpContext http, string endpoint, int status)
    {
        var request = new LoggedRequest(
            clock.GetUtcNow(), http.Request.Method, endpoint, http.Request.Path, http.Request.QueryString.ToString(),
            http.Items["listener"] as string, status);
        lock (_lock) _requests.Add(request);
    }
}

/// <summary>Counts before it answers, so that who has an answer finds it counted.</summary>
internal sealed class RequestCounting(RequestDelegate next, FakeWorld world)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/fake", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        var isCounted = false;
        http.Response.OnStarting(() =>
        {
            Count(http.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        finally
        {
            if (!http.Response.HasStarted && http.RequestAborted.IsCancellationRequested) Count(0);
        }

        void Count(int status)
        {
            if (isCounted) return;
            isCounted = true;
            world.Requests.Add(http, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? http.Request.Path, status);
        }
    }
}
