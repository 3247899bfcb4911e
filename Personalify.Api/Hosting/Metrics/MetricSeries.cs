namespace Personalify.Api.Hosting.Metrics;

/// <summary>The values of one instrument with one set of labels.</summary>
internal abstract class MetricSeries
{
    public abstract void Record(double value);
}

/// <summary>Adds up what changes, keeps what is measured.</summary>
internal sealed class NumberSeries(bool isSum) : MetricSeries
{
    private readonly Lock _lock = new();
    private double _value;

    public double Value
    {
        get
        {
            lock (_lock) return _value;
        }
    }

    public override void Record(double value)
    {
        lock (_lock) _value = isSum ? _value + value : value;
    }
}

/// <summary>Counts values by upper bound.</summary>
internal sealed class HistogramSeries(IReadOnlyList<double> bounds) : MetricSeries
{
    private readonly Lock _lock = new();
    private readonly long[] _counts = new long[bounds.Count + 1];
    private double _sum;

    public IReadOnlyList<double> Bounds => bounds;

    public override void Record(double value)
    {
        var bucket = 0;
        while (bucket < bounds.Count && value > bounds[bucket]) bucket++;
        lock (_lock)
        {
            _counts[bucket]++;
            _sum += value;
        }
    }

    /// <summary>The counts of each bucket, the one without an upper bound last, and the sum of all values.</summary>
    public (long[] Counts, double Sum) Read()
    {
        lock (_lock) return ([.. _counts], _sum);
    }
}
