using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Personalify.Api.Hosting.Metrics;

/// <summary>Everything of one name: an instrument, or several of one kind, with all their series.</summary>
internal sealed class MetricFamily
{
    /// <summary>Values of labels beyond this are counted together, as OpenTelemetry does.</summary>
    private const int MaxSeries = 500;

    private const string Overflow = "otel_metric_overflow=\"true\"";

    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], MetricSeries> _byTags = new(MetricTags.Comparer);
    private readonly ConcurrentDictionary<string, MetricSeries> _byLabels = new(StringComparer.Ordinal);
    private readonly Func<MetricSeries> _create;

    public MetricFamily(Instrument instrument)
    {
        Kind = KindOf(instrument);
        IsObserved = instrument.IsObservable;
        Type = Kind == typeof(Histogram<>) ? "histogram" : IsCounter(Kind) ? "counter" : "gauge";
        Name = PrometheusText.Name(instrument, Type);
        Help = instrument.Description ?? instrument.Name;
        var bounds = Kind == typeof(Histogram<>) ? Bounds(instrument) : [];
        var isSum = Kind == typeof(Counter<>) || Kind == typeof(UpDownCounter<>);
        _create = Kind == typeof(Histogram<>) ? () => new HistogramSeries(bounds) : () => new NumberSeries(isSum);
    }

    public string Name { get; }

    public string Help { get; }

    public string Type { get; }

    /// <summary>The kind of instrument. Two kinds under one name cannot be told apart by a reader, so only one is kept.</summary>
    public Type Kind { get; }

    /// <summary>Whether the values are asked for rather than told.</summary>
    public bool IsObserved { get; }

    public IEnumerable<KeyValuePair<string, MetricSeries>> Series => _byLabels.OrderBy(series => series.Key, StringComparer.Ordinal);

    public static Type KindOf(Instrument instrument)
    {
        var type = instrument.GetType();
        while (!type.IsGenericType) type = type.BaseType!;
        return type.GetGenericTypeDefinition();
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!_byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>().TryGetValue(tags, out var series)) series = Add(tags);
        series.Record(value);
    }

    /// <summary>What was observed once and is not any more, such as a pool that was closed, must not be shown for ever.</summary>
    public void Forget()
    {
        _byTags.Clear();
        _byLabels.Clear();
    }

    private MetricSeries Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = PrometheusText.Labels(tags);
        if (!_byLabels.TryGetValue(labels, out var series))
            series = _byLabels.GetOrAdd(_byLabels.Count < MaxSeries ? labels : Overflow, _ => _create());
        if (_byTags.Count < 2 * MaxSeries) _byTags.TryAdd(tags.ToArray(), series);
        return series;
    }

    private static bool IsCounter(Type kind) => kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);

    private static IReadOnlyList<double> Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => bounds,
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => DefaultBounds,
    };
}
