using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Personalify.Api.Caching;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// Entities of half a kilobyte from a Redis of the measure's own, through the same gate and cache that the DataLoaders use. Time that a read takes and
/// processor time of this process, client library included.
/// </summary>
internal sealed class RedisMeasure : IMeasure
{
    private const int Entities = 2_000;
    private const int Reads = 20_000;
    private const int Rounds = 5;
    private const int Bytes = 500;
    private static readonly (string Name, int Callers, int Batch)[] Ways =
        [("one by one", 1, 1), ("one by one, 32 callers", 32, 1), ("100 in a batch", 1, 100), ("100 in a batch, 20 callers", 20, 100)];

    public string Name => "redis";

    public string Description => $"{Reads:#,0} entity reads from Redis through the gate: time and processor time of one";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        await using var redis = await RedisServer.StartAsync(FreePort.Next(), Path.Combine(folder, "redis.log"), cancellation: cancellationToken);
        using var gate = new RedisGate(RedisOptions.Parse(redis.ConnectionString()), TimeProvider.System, NullLogger<RedisGate>.Instance);
        var cache = new RedisEntityCache(gate);
        string[] keys = [.. Enumerable.Range(0, Entities).Select(id => $"artist:{id}")];
        await cache.WriteAsync(keys.ToDictionary(key => key, _ => new byte[Bytes]), cancellationToken);
        List<Figure> figures = [];
        foreach (var way in Ways) figures.AddRange(await MeasureAsync(way, cache, keys, progress, cancellationToken));
        return figures;
    }

    /// <summary>The medians of the rounds; a first one that warms up is left out.</summary>
    private static async Task<IEnumerable<Figure>> MeasureAsync(
        (string Name, int Callers, int Batch) way, RedisEntityCache cache, string[] keys, TextWriter progress, CancellationToken cancellationToken)
    {
        List<(double Time, double Processor)> rounds = [];
        for (var round = 0; round <= Rounds; round++) rounds.Add(await RunRoundAsync(way.Callers, way.Batch, cache, keys, cancellationToken));
        var time = Median(rounds.Skip(1).Select(round => round.Time));
        var processor = Median(rounds.Skip(1).Select(round => round.Processor));
        await progress.WriteLineAsync(FormattableString.Invariant($"{way.Name}: {time:0.0} µs, {processor:0.0} µs of processor"));
        return [new Figure(way.Name, time, "µs"), new Figure($"{way.Name}: processor", processor, "µs")];
    }

    private static async Task<(double Time, double Processor)> RunRoundAsync(
        int callers, int batch, RedisEntityCache cache, string[] keys, CancellationToken cancellationToken)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => ReadAsync(caller, Reads / callers, batch, cache, keys, cancellationToken), cancellationToken)));
        var (time, used) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
        return (time.TotalMicroseconds / Reads, used.TotalMicroseconds / Reads);
    }

    private static async Task ReadAsync(int caller, int reads, int batch, RedisEntityCache cache, string[] keys, CancellationToken cancellationToken)
    {
        for (var read = 0; read < reads; read += batch)
        {
            var wanted = new string[batch];
            for (var i = 0; i < batch; i++) wanted[i] = keys[(caller * 61 + read + i) % keys.Length];
            var values = await cache.ReadAsync(wanted, cancellationToken);
            if (values.Contains(null)) throw new InvalidOperationException($"Redis did not give {wanted[Array.IndexOf(values, null)]}, which was written before.");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
