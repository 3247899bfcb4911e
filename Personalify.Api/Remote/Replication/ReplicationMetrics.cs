using System.Diagnostics.Metrics;
using Personalify.Api.Hosting;

namespace Personalify.Api.Remote.Replication;

/// <summary>What <c>/metrics</c> tells of node B's place behind node A; nothing where there is no slot.</summary>
internal static class ReplicationMetrics
{
    private static SlotWatch? followed;

    private static readonly ObservableGauge<long> LagBytes = ApiTelemetry.Meter.CreateObservableGauge(
        "personalify.replication.lag_bytes", () =>
            Of(slot => slot.LagBytes), "By", "What node A has written and node B has not confirmed.");

    private static readonly ObservableGauge<double> Lag = ApiTelemetry.Meter.CreateObservableGauge(
        "personalify.replication.lag", () => Of(slot => slot.Lag?.TotalSeconds), "s",
        "For how long the oldest change that node B has not confirmed has waited.");

    private static readonly ObservableGauge<long> Retained = ApiTelemetry.Meter.CreateObservableGauge(
        "personalify.replication.retained_bytes", () =>
            Of(slot => slot.RetainedBytes), "By", "Write-ahead log that node A keeps for node B.");

    private static readonly ObservableGauge<int> IsLost = ApiTelemetry.Meter.CreateObservableGauge(
        "personalify.replication.slot_lost", () => Of<int>(slot => slot.IsLost ? 1 : 0), "1",
        "1 when node A has kept no more for node B, which needs a full resync then.");

    public static void Follow(SlotWatch watch)
    {
        followed = watch;
        _ = (LagBytes, Lag, Retained, IsLost);
    }

    private static Measurement<T>[] Of<T>(Func<SlotReading, T?> read) where T : struct =>
        followed?.Last is { } slot && read(slot) is { } value ? [new Measurement<T>(value)] : [];
}
