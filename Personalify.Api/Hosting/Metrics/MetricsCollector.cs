using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Personalify.Api.Hosting.Metrics;

/// <summary>Listens to the instruments of the Api, the web server, the database driver and the runtime, and remembers their values.</summary>
public sealed class MetricsCollector : IDisposable
{
    private static readonly string[] Meters = [ApiTelemetry.MeterName, "Microsoft.AspNetCore.Hosting", "Npgsql", "System.Runtime"];

    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = [];
    private readonly MeterListener _listener = new();
    private readonly Lock _observing = new();

    public MetricsCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, new MetricFamily(instrument)));
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => Record(value, tags, family));
        _listener.Start();
    }

    /// <summary>Everything so far, in the text format of Prometheus.</summary>
    public string Write()
    {
        lock (_observing) _listener.RecordObservableInstruments();
        return PrometheusText.Write(_families.Values.OrderBy(family => family.Name, StringComparer.Ordinal));
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? family) =>
        ((MetricFamily)family!).Record(value, tags);
}
