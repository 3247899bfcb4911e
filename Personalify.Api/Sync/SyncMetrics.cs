using System.Diagnostics.Metrics;
using Personalify.Api.Hosting;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>What <c>/metrics</c> tells of synchronizations.</summary>
internal static class SyncMetrics
{
    private static readonly Counter<long> Runs =
        ApiTelemetry.Meter.CreateCounter<long>("personalify.syncs", "{run}", "Synchronizations that ended, by how they did.");

    private static readonly Counter<long> Requests =
        ApiTelemetry.Meter.CreateCounter<long>("personalify.sync.requests", "{request}", "Requests to Spotify that synchronizations made.");

    public static void Ended(SyncRunStatus outcome) =>
        Runs.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));

    public static void Asked(int requests) => Requests.Add(requests);
}
