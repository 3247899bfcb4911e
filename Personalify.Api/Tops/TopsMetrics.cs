using System.Diagnostics.Metrics;
using Personalify.Api.Hosting;

namespace Personalify.Api.Tops;

/// <summary>What <c>/metrics</c> and administrators are told of the cache of top lists.</summary>
internal static class TopsMetrics
{
    private static readonly Counter<long> Reads =
        ApiTelemetry.Meter.CreateCounter<long>("personalify.tops.cache.reads", "{read}",
            "Reads of top lists from the cache, by whether they were there.");

    private static readonly KeyValuePair<string, object?> Hit = new("outcome", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("outcome", "miss");
    private static long hits;
    private static long misses;

    public static long Hits => Interlocked.Read(ref hits);

    public static long Misses => Interlocked.Read(ref misses);

    public static void Read(bool isHit)
    {
        Reads.Add(1, isHit ? Hit : Miss);
        Interlocked.Increment(ref isHit ? ref hits : ref misses);
    }
}
