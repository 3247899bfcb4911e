using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Personalify.Api.Hosting.Metrics;

/// <summary>One instrument with all its series.</summary>
internal sealed class MetricFamily
{
    /// <summary>An instrument whose labels take more values than this is counted without labels from then on.</summary>
    private const int MaxSeries = 500;

    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly Func<MetricSeries> _create;

    public MetricFamily(Instrument instrument)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        var isHistogram = kind == typeof(Histogram<>);
        IsCounter = kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);
        Name = PrometheusText.Name(instrument, IsCounter);
        Help = instrument.Description ?? instrument.Name;
        Type = isHistogram ? "histogram" : IsCounter ? "counter" : "gauge";
        var bounds = isHistogram ? Bounds(instrument) : [];
        var isSum = kind == typeof(Counter<>) || kind == typeof(UpDownCounter<>);
        _create = isHistogram ? () => new HistogramSeries(bounds) : () => new NumberSeries(isSum);
    }

    public string Name { get; }

    public string Help { get; }

    public string Type { get; }

    public bool IsCounter { get; }

    public IEnumerable<KeyValuePair<string, MetricSeries>> Series => _series.OrderBy(series => series.Key, StringComparer.Ordinal);

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = PrometheusText.Labels(tags);
        if (!_series.TryGetValue(labels, out var series))
            series = _series.GetOrAdd(_series.Count < MaxSeries ? labels : "", _ => _create());
        series.Record(value);
    }

    private static IReadOnlyList<double> Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => bounds,
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => DefaultBounds,
    };
}
