using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Personalify.DevStack;
using Personalify.FakeSpotify;
using StackExchange.Redis;

namespace Personalify.Benchmarks;

/// <summary>
/// Spotify's top lists and synchronizations, against the fake Spotify: the published Api answers from Redis beside a bare endpoint that does
/// one GET through the same client and writes the same bytes; with Redis stopped and frozen; and how many requests Spotify gets.
/// </summary>
internal sealed class SpotifyMeasure : IMeasure
{
    private const int Listeners = 200;
    private const int Callers = 1_000;
    private const int Reads = 2_000;
    private const int AtOnce = 8;
    private const string Query =
        "{ me { tops(timeRange: SHORT_TERM) { syncedAt artists { rank name imageUrl url } tracks { rank name imageUrl url artistNames } } } }";

    public string Name => "spotify";

    public string Description => "top lists from Redis against a bare endpoint, with Redis away, and requests to Spotify";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var keys = await TemporaryFolder.CreateAsync("personalify-bench-");
        await using var spotify = await FakeSpotifyServer.StartAsync(new FakeSpotifyOptions { MoreListeners = Listeners });
        await using var api = await ApiUnderTest.StartAsync(cancellationToken, settings: Settings(spotify, keys));
        var listeners = new SpotifyListeners(api.Source, spotify, keys);
        await using (var me = api.Source.CreateCommand("SELECT id FROM users WHERE name = 'listener'"))
            await listeners.ConnectAsync((int)(await me.ExecuteScalarAsync(cancellationToken))!, "ada", cancellationToken);
        List<Figure> figures = [.. await CallersAsync(api, spotify, cancellationToken), .. await FirstSyncAsync(api, spotify, cancellationToken)];
        figures.AddRange(await ManyAsync(api, spotify, listeners, cancellationToken));
        figures.AddRange(await CacheAsync(api, progress, cancellationToken));
        return figures;
    }

    private static Dictionary<string, string?> Settings(FakeSpotifyServer spotify, string keys) => new()
    {
        ["Spotify__ClientId"] = spotify.Options.ClientId,
        ["Spotify__AccountsUrl"] = spotify.Url.ToString(),
        ["Spotify__ApiUrl"] = spotify.ApiUrl.ToString(),
        ["DataProtection__KeysPath"] = keys,
        ["Sync__Schedule"] = "false",
    };

    /// <summary>The pages of the list, each once: of tracks two and of artists as many as there are.</summary>
    private static async Task<Figure[]> CallersAsync(ApiUnderTest api, FakeSpotifyServer spotify, CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => api.QueryAsync(Query, null, cancellationToken)));
        var most = spotify.Requests.All.GroupBy(request => (request.Endpoint, request.Query)).Max(same => same.Count());
        return [new($"{Callers:#,0} callers of one missing list: most requests for one page of it", most, "requests", 1)];
    }

    private static async Task<Figure[]> FirstSyncAsync(ApiUnderTest api, FakeSpotifyServer spotify, CancellationToken cancellationToken)
    {
        spotify.Requests.Clear();
        await api.QueryAsync("mutation { syncNow(input: {}) { run { runId } errors { ... on Error { message } } } }", null, cancellationToken);
        await WaitAsync(api, "SELECT count(*) FROM sync_jobs WHERE status = 'FINISHED' AND cardinality(wanted) > 0 AND trigger = 'LISTENER'", 2, cancellationToken);
        var requests = spotify.Requests.All;
        var repeated = requests.Count - requests.DistinctBy(request => (request.Path, request.Query)).Count();
        return
        [
            new("first synchronization of a listener with 2,000 saved tracks: requests", requests.Count, "requests"),
            new("first synchronization: requests beyond one for each page", repeated, "requests", 0),
        ];
    }

    private static async Task<Figure[]> ManyAsync(
        ApiUnderTest api, FakeSpotifyServer spotify, SpotifyListeners listeners, CancellationToken cancellationToken)
    {
        for (var number = 6; number < 6 + Listeners; number++) await listeners.AddAsync($"listener{number}", cancellationToken);
        spotify.Requests.Clear();
        var started = Stopwatch.GetTimestamp();
        await using (var queue = api.Source.CreateCommand(
            """
            INSERT INTO sync_jobs (user_id, id, spotify_id, trigger, status, wanted, requested_at)
            SELECT user_id, gen_random_uuid(), spotify_id, 'SCHEDULE', 'QUEUED', ARRAY['TopLists'], now() FROM spotify_connections
            WHERE spotify_id LIKE 'fake-listener%'
            """)) await queue.ExecuteNonQueryAsync(cancellationToken);
        await WaitAsync(api, "SELECT count(*) FROM sync_jobs WHERE status = 'FINISHED' AND trigger = 'SCHEDULE'", Listeners, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        int[] counts = [.. spotify.Requests.All.GroupBy(request => request.Listener).Select(each => each.Count()).Order()];
        return
        [
            new($"{Listeners} listeners synchronized: requests of one, median", counts[counts.Length / 2], "requests"),
            new($"{Listeners} listeners synchronized: most requests of one against the median", (double)counts[^1] / counts[counts.Length / 2], "×"),
            new($"{Listeners} listeners synchronized: left out", Listeners - counts.Length, "listeners", 0),
            new($"{Listeners} listeners synchronized: all of them", seconds, "s"),
        ];
    }

    private static async Task<Figure[]> CacheAsync(ApiUnderTest api, TextWriter progress, CancellationToken cancellationToken)
    {
        await using var bare = await BareAsync(api, cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(bare.Urls.First()) };
        Task Endpoint() => http.GetByteArrayAsync(new Uri("/", UriKind.Relative), cancellationToken);
        Task GraphQL() => api.QueryAsync(Query, null, cancellationToken);
        await RateAsync(Endpoint);
        await RateAsync(GraphQL);
        var (endpoint, graphql) = (await RateAsync(Endpoint), await RateAsync(GraphQL));
        await progress.WriteLineAsync(FormattableString.Invariant($"endpoint {endpoint.PerSecond:0}/s, GraphQL {graphql.PerSecond:0}/s"));
        api.Redis.Process.Freeze();
        var frozen = await RateAsync(GraphQL, reads: 200);
        api.Redis.Process.Thaw();
        await RateAsync(GraphQL, reads: 200);
        return
        [
            new("top list from Redis: GraphQL against a bare endpoint", graphql.PerSecond / endpoint.PerSecond, "×") { AtLeast = 0.65 },
            new("Redis frozen: longest answer", frozen.Longest, "ms"),
            new("Redis there: p95 of an answer", graphql.P95, "ms"),
            new("Redis frozen: p95 of an answer", frozen.P95, "ms"),
        ];
    }

    private static async Task<WebApplication> BareAsync(ApiUnderTest api, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var bare = builder.Build();
        var redis = await ConnectionMultiplexer.ConnectAsync(api.Redis.ConnectionString());
        bare.MapGet("/", async (HttpContext http) =>
        {
            var value = (byte[]?)await redis.GetDatabase().StringGetAsync("top:fake-ada:short_term") ?? [];
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync(value);
        });
        bare.Lifetime.ApplicationStopped.Register(redis.Dispose);
        await bare.StartAsync(cancellationToken);
        return bare;
    }

    private static async Task<(double PerSecond, double P95, double Longest)> RateAsync(Func<Task> ask, int reads = Reads)
    {
        var (started, left, times) = (Stopwatch.GetTimestamp(), reads, new List<double>());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var began = Stopwatch.GetTimestamp();
                await ask();
                lock (times) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }));
        times.Sort();
        return (reads / Stopwatch.GetElapsedTime(started).TotalSeconds, times[times.Count * 95 / 100], times[^1]);
    }

    private static async Task WaitAsync(ApiUnderTest api, string sql, long least, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var command = api.Source.CreateCommand(sql);
            if ((long)(await command.ExecuteScalarAsync(cancellationToken))! >= least) return;
            await Task.Delay(50, cancellationToken);
        }
    }
}
