using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.Api.Hosting;

namespace Personalify.Api.Tests.Hosting;

/// <summary>How /metrics shows instruments, read as Prometheus reads them.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private WebApplication _application = null!;
    private Meter _meter = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddMetrics().AddTelemetry(builder.Configuration);
        _application = builder.Build();
        _application.MapMetrics();
        await _application.StartAsync();
        _meter = CreateMeter();
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task A_counter_adds_up_by_label()
    {
        var counter = _meter.CreateCounter<long>("test.rows", "{row}", "Rows that were read.");
        counter.Add(2, new KeyValuePair<string, object?>("kind", "music"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "music"));
        counter.Add(1, new KeyValuePair<string, object?>("kind", "say \"hi\""));

        Assert.Contains(
            """
            # TYPE test_rows_total counter
            # HELP test_rows_total Rows that were read.
            test_rows_total{kind="music"} 5
            test_rows_total{kind="say \"hi\""} 1

            """.ReplaceLineEndings("\n"),
            await ReadAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_histogram_counts_up_to_each_bound()
    {
        var histogram = _meter.CreateHistogram("test.wait", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var seconds in (double[])[0.1, 0.5, 7]) histogram.Record(seconds);

        Assert.Contains(
            """
            # TYPE test_wait_seconds histogram
            # HELP test_wait_seconds test.wait
            test_wait_seconds_bucket{le="0.1"} 1
            test_wait_seconds_bucket{le="1"} 2
            test_wait_seconds_bucket{le="+Inf"} 3
            test_wait_seconds_sum{} 7.6
            test_wait_seconds_count{} 3

            """.ReplaceLineEndings("\n"),
            await ReadAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_observed_shows_its_last_value()
    {
        var value = 1;
        _meter.CreateObservableGauge("test.depth", () => value);
        await ReadAsync();
        value = 9;

        Assert.Contains("\ntest_depth{} 9\n", await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_observed_no_more_is_not_shown_any_more()
    {
        var pool = "old";
        _meter.CreateObservableGauge("test.pool", () => new Measurement<int>(1, new KeyValuePair<string, object?>("name", pool)));
        await ReadAsync();
        pool = "new";

        var line = Assert.Single(PrometheusParser.Parse(await ReadAsync()), sample => sample.Name == "test_pool");
        Assert.Equal("new", line.Labels["name"]);
    }

    [Fact]
    public async Task Tags_are_one_series_whatever_their_order()
    {
        var counter = _meter.CreateCounter<int>("test.order");
        counter.Add(1, new KeyValuePair<string, object?>("a", 1), new KeyValuePair<string, object?>("b", 2));
        counter.Add(1, new KeyValuePair<string, object?>("b", 2), new KeyValuePair<string, object?>("a", 1));

        Assert.Equal(2, Assert.Single(PrometheusParser.Parse(await ReadAsync()), sample => sample.Name == "test_order_total").Value);
    }

    [Fact]
    public async Task Instruments_of_one_name_are_one_family()
    {
        using var other = new Meter(ApiTelemetry.MeterName);
        _meter.CreateCounter<int>("test.same").Add(1);
        other.CreateCounter<int>("test.same").Add(2);

        Assert.Equal(3, Assert.Single(PrometheusParser.Parse(await ReadAsync()), sample => sample.Name == "test_same_total").Value);
    }

    [Fact]
    public async Task Another_kind_of_instrument_whose_name_is_taken_breaks_nothing()
    {
        _meter.CreateCounter<int>("test.twice").Add(1);
        _meter.CreateUpDownCounter<int>("test.twice.total").Add(3);
        _meter.CreateCounter<int>("test.after").Add(1);

        var samples = PrometheusParser.Parse(await ReadAsync());
        Assert.Equal(1, Assert.Single(samples, sample => sample.Name == "test_after_total").Value);
    }

    [Fact]
    public async Task Meters_of_another_application_in_this_process_are_not_shown()
    {
        await using var other = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meter = other.GetRequiredService<IMeterFactory>().Create(ApiTelemetry.MeterName);
        meter.CreateCounter<int>("test.foreign").Add(1);
        _meter.CreateCounter<int>("test.own").Add(1);

        var samples = PrometheusParser.Parse(await ReadAsync());
        Assert.Contains(samples, sample => sample.Name == "test_own_total");
        Assert.DoesNotContain(samples, sample => sample.Name == "test_foreign_total");
    }

    [Fact]
    public async Task Everything_that_a_name_or_a_text_may_hold_is_escaped()
    {
        var text = "back\\slash \"quote\" new\nline";
        _meter.CreateCounter<long>("test.a-b/c", "s", text)
            .Add(1, new KeyValuePair<string, object?>("ein-tag", text), new KeyValuePair<string, object?>("ein.tag", null));

        var sample = Assert.Single(PrometheusParser.Parse(await ReadAsync()), sample => sample.Name == "test_a_b_c_seconds_total");
        Assert.Equal(text + ";", sample.Labels["ein_tag"]);
    }

    [Theory]
    [InlineData("test.ratio", "1", "test_ratio")]
    [InlineData("test.size", "By", "test_size_bytes")]
    [InlineData("test.share", "1", "test_share")]
    [InlineData("test.load", "%", "test_load_percent")]
    [InlineData("test.things", "{thing}", "test_things")]
    public async Task Units_are_part_of_the_name_once(string name, string unit, string expected)
    {
        _meter.CreateObservableGauge(name, () => 1, unit);

        Assert.Contains(PrometheusParser.Parse(await ReadAsync()), sample => sample.Name == expected);
    }

    [Fact]
    public async Task A_known_series_is_measured_without_making_anything()
    {
        var counter = _meter.CreateCounter<long>("test.free");
        var (first, second) = (new KeyValuePair<string, object?>("a", "x"), new KeyValuePair<string, object?>("b", "y"));
        for (var i = 0; i < 100; i++) counter.Add(1, first, second);

        var before = GC.GetAllocatedBytesForCurrentThread();
        counter.Add(1, first, second);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public async Task Labels_without_end_do_not_fill_the_memory()
    {
        var counter = _meter.CreateCounter<int>("test.flood");
        for (var i = 0; i < 2000; i++) counter.Add(1, new KeyValuePair<string, object?>("i", i));

        Assert.Equal(501, (await ReadAsync()).Split('\n').Count(line => line.StartsWith("test_flood_total", StringComparison.Ordinal)));
    }

    // The test server calls without an address, as a socket of this machine does.
    private Task<string> ReadAsync() => _application.GetTestClient().GetStringAsync(new Uri("/metrics", UriKind.Relative));

    private Meter CreateMeter() => _application.Services.GetRequiredService<IMeterFactory>().Create(ApiTelemetry.MeterName);
}
