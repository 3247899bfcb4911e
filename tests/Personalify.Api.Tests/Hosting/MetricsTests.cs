using System.Diagnostics.Metrics;
using Personalify.Api.Hosting;
using Personalify.Api.Hosting.Metrics;

namespace Personalify.Api.Tests.Hosting;

public sealed class MetricsTests : IDisposable
{
    private readonly Meter _meter = new(ApiTelemetry.MeterName);
    private readonly MetricsCollector _collector = new();

    public void Dispose()
    {
        _collector.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void A_counter_adds_up_by_label()
    {
        var counter = _meter.CreateCounter<long>("test.rows", "{row}", "Rows that were read.");
        counter.Add(2, new KeyValuePair<string, object?>("kind", "music"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "music"));
        counter.Add(1, new KeyValuePair<string, object?>("kind", "say \"hi\""));

        Assert.Contains(
            """
            # HELP test_rows_total Rows that were read.
            # TYPE test_rows_total counter
            test_rows_total{kind="music"} 5
            test_rows_total{kind="say \"hi\""} 1

            """.ReplaceLineEndings("\n"),
            _collector.Write(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_histogram_counts_up_to_each_bound()
    {
        var histogram = _meter.CreateHistogram("test.wait", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var seconds in (double[])[0.1, 0.5, 7]) histogram.Record(seconds);

        Assert.Contains(
            """
            # TYPE test_wait_seconds histogram
            test_wait_seconds_bucket{le="0.1"} 1
            test_wait_seconds_bucket{le="1"} 2
            test_wait_seconds_bucket{le="+Inf"} 3
            test_wait_seconds_sum 7.6
            test_wait_seconds_count 3

            """.ReplaceLineEndings("\n"),
            _collector.Write(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_observed_shows_its_last_value()
    {
        var value = 1;
        _meter.CreateObservableGauge("test.depth", () => value);
        _collector.Write();
        value = 9;

        Assert.Contains("\ntest_depth 9\n", _collector.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_without_end_do_not_fill_the_memory()
    {
        var counter = _meter.CreateCounter<int>("test.flood");
        for (var i = 0; i < 2000; i++) counter.Add(1, new KeyValuePair<string, object?>("i", i));

        Assert.Equal(501, _collector.Write().Split('\n').Count(line => line.StartsWith("test_flood_total", StringComparison.Ordinal)));
    }
}
