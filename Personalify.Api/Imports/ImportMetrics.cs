using System.Diagnostics.Metrics;
using Personalify.Api.Hosting;

namespace Personalify.Api.Imports;

/// <summary>What <c>/metrics</c> tells of imports: how they ended, and how much they brought.</summary>
internal static class ImportMetrics
{
    private static readonly Counter<long> Ended =
        ApiTelemetry.Meter.CreateCounter<long>("personalify.imports", "{import}", "Imports that ended, by how they did.");

    private static readonly Counter<long> Rows =
        ApiTelemetry.Meter.CreateCounter<long>("personalify.import.rows", "{row}", "Rows that completed imports read.");

    private static readonly Counter<long> Added =
        ApiTelemetry.Meter.CreateCounter<long>("personalify.import.added", "{row}", "Rows that completed imports added.");

    private static readonly Histogram<double> Duration =
        ApiTelemetry.Meter.CreateHistogram("personalify.import.duration", "s", "How long completed imports took.", advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
        });

    public static void Completed(int rows, int added, double seconds)
    {
        Ended.Add(1, new KeyValuePair<string, object?>("outcome", "completed"));
        Rows.Add(rows);
        Added.Add(added);
        Duration.Record(seconds);
    }

    public static void Cancelled() => Ended.Add(1, new KeyValuePair<string, object?>("outcome", "cancelled"));

    public static void Failed() => Ended.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));
}
