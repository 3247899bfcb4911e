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
    public void What_is_observed_no_more_is_not_shown_any_more()
    {
        var pool = "old";
        _meter.CreateObservableGauge("test.pool", () => new Measurement<int>(1, new KeyValuePair<string, object?>("name", pool)));
        _collector.Write();
        pool = "new";

        var line = Assert.Single(PrometheusParser.Parse(_collector.Write()), sample => sample.Name == "test_pool");
        Assert.Equal("new", line.Labels["name"]);
    }

    [Fact]
    public void Tags_are_one_series_whatever_their_order()
    {
        var counter = _meter.CreateCounter<int>("test.order");
        counter.Add(1, new KeyValuePair<string, object?>("a", 1), new KeyValuePair<string, object?>("b", 2));
        counter.Add(1, new KeyValuePair<string, object?>("b", 2), new KeyValuePair<string, object?>("a", 1));

        Assert.Equal(2, Assert.Single(PrometheusParser.Parse(_collector.Write()), sample => sample.Name == "test_order_total").Value);
    }

    [Fact]
    public void Instruments_of_one_name_are_one_family_and_another_kind_of_that_name_is_left_out()
    {
        using var other = new Meter(ApiTelemetry.MeterName);
        _meter.CreateCounter<int>("test.same").Add(1);
        other.CreateCounter<int>("test.same").Add(2);
        other.CreateUpDownCounter<int>("test.same.total").Add(3);

        Assert.Equal(3, Assert.Single(PrometheusParser.Parse(_collector.Write()), sample => sample.Name == "test_same_total").Value);
    }

    [Fact]
    public void Everything_that_a_name_or_a_text_may_hold_is_escaped()
    {
        var text = "back\\slash \"quote\" new\nline";
        _meter.CreateCounter<long>("1.straße/x", "s", text).Add(1, new KeyValuePair<string, object?>("ein-tag", text), new KeyValuePair<string, object?>("ein.tag", null));

        var sample = Assert.Single(PrometheusParser.Parse(_collector.Write()), sample => sample.Name == "_1_stra_e_x_seconds_total");
        Assert.Equal(text + ";", sample.Labels["ein_tag"]);
    }

    [Theory]
    [InlineData("test.ratio", "1", "test_ratio")]
    [InlineData("test.size", "By", "test_size_bytes")]
    [InlineData("test.share", "1", "test_share_ratio")]
    [InlineData("test.load", "%", "test_load_percent")]
    [InlineData("test.things", "{thing}", "test_things")]
    public void Units_are_part_of_the_name_once(string name, string unit, string expected)
    {
        _meter.CreateObservableGauge(name, () => 1, unit);

        Assert.Contains(PrometheusParser.Parse(_collector.Write()), sample => sample.Name == expected);
    }

    [Fact]
    public void A_known_series_is_measured_without_making_anything()
    {
        var counter = _meter.CreateCounter<long>("test.free");
        var (first, second) = (new KeyValuePair<string, object?>("a", "x"), new KeyValuePair<string, object?>("b", "y"));
        for (var i = 0; i < 100; i++) counter.Add(1, first, second);

        var before = GC.GetAllocatedBytesForCurrentThread();
        counter.Add(1, first, second);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Labels_without_end_do_not_fill_the_memory()
    {
        var counter = _meter.CreateCounter<int>("test.flood");
        for (var i = 0; i < 2000; i++) counter.Add(1, new KeyValuePair<string, object?>("i", i));

        Assert.Equal(501, _collector.Write().Split('\n').Count(line => line.StartsWith("test_flood_total", StringComparison.Ordinal)));
    }
}
