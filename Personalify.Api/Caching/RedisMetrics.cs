using System.Diagnostics.Metrics;
using Personalify.Api.Hosting;

namespace Personalify.Api.Caching;

/// <summary>What <c>/metrics</c> tells of Redis as the gate sees it.</summary>
internal static class RedisMetrics
{
    private static readonly ObservableGauge<double> LongestWait = ApiTelemetry.Meter.CreateObservableGauge(
        "personalify.redis.longest_wait", () => Interlocked.Read(ref longest) / (double)TimeSpan.TicksPerSecond, "s",
        "The longest that anything waited for Redis, answered or not, since this process began.");

    private static long longest;

    public static void Waited(TimeSpan wait)
    {
        _ = LongestWait;
        for (var before = Interlocked.Read(ref longest); wait.Ticks > before; before = Interlocked.Read(ref longest))
            if (Interlocked.CompareExchange(ref longest, wait.Ticks, before) == before) return;
    }
}
