using System.Diagnostics;
using System.Globalization;
using Personalify.Benchmarks.Peers;
using Personalify.DevStack;
using StackExchange.Redis;

namespace Personalify.Benchmarks;

/// <summary>
/// Redis killed, back again, and frozen. The uncached path is another process of the Api that has no Redis at all and the same database, so
/// it answers from the store.
/// </summary>
internal sealed class SpotifyOutages(ApiUnderTest api)
{
    private const int Connections = 8;
    private const int Rounds = 3;
    private const int Returns = 5;
    private const double Seconds = 3;
    private const double SlowerAtMost = 3;
    private const double RecoveryAtMost = 2;
    private const double WaitAtMost = 250;
    private readonly List<byte[]> _answers = [];

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var bodies = await SpotifyServing.WriteBodyAsync(api, cancellationToken);
        var uncached = await api.StartAnotherAsync(new Dictionary<string, string?> { ["ConnectionStrings__Redis"] = null },
            cancellationToken);
        var right = await SpotifyServing.AnswerAsync(api.Client, GraphQL(uncached), cancellationToken);
        var waits = await FreezeAsync(bodies, progress, cancellationToken);
        var slower = await StopAsync(bodies, uncached, progress, cancellationToken);
        var recovery = await ReturnAsync(progress, cancellationToken);
        return
        [
            .. waits,
            new("Redis stopped: p95 against the uncached path", slower, "×", SlowerAtMost),
            new("Redis stopped or frozen: wrong answers", _answers.Count(answer => !answer.AsSpan().SequenceEqual(right)), "answers", 0),
            new($"Redis back: until answers come from it again, longest of {Returns}", recovery, "s", RecoveryAtMost),
        ];
    }

    /// <summary>
    /// The gate itself counts how long callers waited for it, so that other work of the machine is not taken for waiting.
    /// </summary>
    private async Task<Figure[]> FreezeAsync(string bodies, TextWriter progress, CancellationToken cancellationToken)
    {
        List<LoadResult> results = [];
        for (var round = 0; round < Rounds; round++)
        {
            await UntilCachedAsync(cancellationToken);
            api.Redis.Process.Freeze();
            results.Add(await LoadAsync(api.Process, bodies, cancellationToken));
            _answers.Add(await SpotifyServing.AnswerAsync(api.Client, GraphQL(api.Process), cancellationToken));
            api.Redis.Process.Thaw();
            await progress.WriteLineAsync($"frozen           {results[^1]}");
        }

        return
        [
            new("Redis frozen: longest that a call waited for it", await LongestWaitAsync(cancellationToken), "ms", WaitAtMost),
            new("Redis frozen: longest answer", results.Max(result => result.Longest) / 1000d, "ms"),
        ];
    }

    private async Task<double> StopAsync(string bodies, AppProcess uncached, TextWriter progress, CancellationToken cancellationToken)
    {
        await UntilCachedAsync(cancellationToken);
        await KillAsync();
        List<double> ratios = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (bound, ours) = (await LoadAsync(uncached, bodies, cancellationToken), await LoadAsync(api.Process, bodies,
                cancellationToken));
            _answers.Add(await SpotifyServing.AnswerAsync(api.Client, GraphQL(api.Process), cancellationToken));
            await progress.WriteLineAsync($"without Redis {bound}   Redis stopped {ours}");
            if (round > 0) ratios.Add(ours.P95 / (double)bound.P95);
        }

        return SpotifyServing.Median(ratios);
    }

    /// <summary>Comes back after different times, because the gate looks at intervals.</summary>
    private async Task<double> ReturnAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var longest = 0d;
        for (var turn = 0; turn < Returns; turn++)
        {
            if (turn > 0) await KillAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(700 + 430 * turn), cancellationToken);
            await api.RestartRedisAsync(cancellationToken);
            var since = Stopwatch.GetTimestamp();
            await UntilCachedAsync(cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
            await progress.WriteLineAsync(FormattableString.Invariant($"Redis back after {seconds:0.00} s"));
            longest = Math.Max(longest, seconds);
        }

        return longest;
    }

    /// <summary>Asks until the list is in Redis, where only an Api that is connected can have put it.</summary>
    private async Task UntilCachedAsync(CancellationToken cancellationToken)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(api.Redis.ConnectionString());
        var hits = await HitsAsync(cancellationToken);
        while (await HitsAsync(cancellationToken) == hits || !await redis.GetDatabase().KeyExistsAsync("top:fake-ada:short_term"))
        {
            _answers.Add(await SpotifyServing.AnswerAsync(api.Client, GraphQL(api.Process), cancellationToken));
            await Task.Delay(10, cancellationToken);
        }
    }

    private async Task KillAsync()
    {
        api.Redis.Process.Kill();
        await api.Redis.Process.Exited;
    }

    private async Task<double> HitsAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("personalify_tops_cache_reads", cancellationToken)).Where(line =>
            line.Contains("hit", StringComparison.Ordinal)).Sum(Value);

    private async Task<double> LongestWaitAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("personalify_redis_longest_wait", cancellationToken)).Select(Value).Single() * 1000;

    private async Task<IEnumerable<string>> ReadAsync(string metric, CancellationToken cancellationToken)
    {
        var text = await api.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
        return text.Split('\n').Where(line => line.StartsWith(metric, StringComparison.Ordinal));
    }

    private static double Value(string line) =>
        double.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0],
            CultureInfo.InvariantCulture);

    private Task<LoadResult> LoadAsync(AppProcess process, string bodies, CancellationToken cancellationToken) =>
        LoadTool.RunAsync(GraphQL(process), bodies, Connections, Seconds, cancellationToken, SpotifyServing.Authorization(api));

    private static Uri GraphQL(AppProcess process) => new(process.Address, "graphql");
}
