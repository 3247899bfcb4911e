using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Personalify.Api.Caching;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// Entities of half a kilobyte from a Redis of the measure's own, through the same gate and cache that the DataLoaders use. Time that a
/// read takes and processor time of this process, client library included. <c>REDIS_OPTIONS</c> is added to the connection string, to see
/// what an option moves.
/// </summary>
internal sealed class RedisMeasure : IMeasure
{
    private const int Entities = 2_000;
    private const int Reads = 20_000;
    private const int Rounds = 5;
    private const int Bytes = 500;
    private static readonly Way[] Ways =
    [
        new("one by one", 1, 1), new("one by one, 32 callers", 32, 1),
        new("one by one, 32 callers, 4 connections", 32, 1, Connections: 4), new("100 in a batch", 1, 100),
        new("100 in a batch, 20 callers", 20, 100),
    ];

    public string Name => "redis";

    public string Description => $"{Reads:#,0} entity reads from Redis through the gate: time and processor time of one";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        await using var redis = await RedisServer.StartAsync(
            FreePort.Next(), Path.Combine(folder, "redis.log"), cancellation: cancellationToken);
        var options = RedisOptions.Parse($"{redis.ConnectionString()},{Environment.GetEnvironmentVariable("REDIS_OPTIONS")}");
        RedisGate[] gates = [.. Enumerable.Range(0, Ways.Max(way => way.Connections))
            .Select(_ => new RedisGate(options, TimeProvider.System, NullLogger<RedisGate>.Instance))];
        try
        {
            return await MeasureAsync([.. gates.Select(gate => new RedisEntityCache(gate))], progress, cancellationToken);
        }
        finally
        {
            foreach (var gate in gates) gate.Dispose();
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        RedisEntityCache[] caches, TextWriter progress, CancellationToken cancellationToken)
    {
        string[] keys = [.. Enumerable.Range(0, Entities).Select(id => $"artist:{id}")];
        await caches[0].WriteAsync(keys.ToDictionary(key => key, _ => new byte[Bytes]), cancellationToken);
        List<Figure> figures = [];
        foreach (var way in Ways) figures.AddRange(await MeasureAsync(way, caches, keys, progress, cancellationToken));
        return figures;
    }

    /// <summary>The medians of the rounds; a first one that warms up is left out.</summary>
    private static async Task<IEnumerable<Figure>> MeasureAsync(
        Way way, RedisEntityCache[] caches, string[] keys, TextWriter progress, CancellationToken cancellationToken)
    {
        List<(double Time, double Processor)> rounds = [];
        for (var round = 0; round <= Rounds; round++) rounds.Add(await RunRoundAsync(way, caches, keys, cancellationToken));
        var time = Median(rounds.Skip(1).Select(round => round.Time));
        var processor = Median(rounds.Skip(1).Select(round => round.Processor));
        await progress.WriteLineAsync(FormattableString.Invariant($"{way.Name}: {time:0.0} µs, {processor:0.0} µs of processor"));
        return [new Figure(way.Name, time, "µs"), new Figure($"{way.Name}: processor", processor, "µs")];
    }

    private static async Task<(double Time, double Processor)> RunRoundAsync(
        Way way, RedisEntityCache[] caches, string[] keys, CancellationToken cancellationToken)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, way.Callers)
            .Select(caller => Task.Run(
                () => ReadAsync(caller, way, caches[caller % way.Connections], keys, cancellationToken), cancellationToken)));
        var (time, used) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
        return (time.TotalMicroseconds / Reads, used.TotalMicroseconds / Reads);
    }

    private static async Task ReadAsync(int caller, Way way, RedisEntityCache cache, string[] keys, CancellationToken cancellationToken)
    {
        for (var read = 0; read < Reads / way.Callers; read += way.Batch)
        {
            var wanted = new string[way.Batch];
            for (var i = 0; i < wanted.Length; i++) wanted[i] = keys[(caller * 61 + read + i) % keys.Length];
            var values = await cache.ReadAsync(wanted, cancellationToken);
            if (values.Contains(null))
                throw new InvalidOperationException($"Redis did not give {wanted[Array.IndexOf(values, null)]}, which was written before.");
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed record Way(string Name, int Callers, int Batch, int Connections = 1);
}
