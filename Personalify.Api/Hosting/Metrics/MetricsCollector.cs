using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Personalify.GraphQL.Execution;

namespace Personalify.Api.Hosting.Metrics;

/// <summary>Listens to the instruments of the Api, its GraphQL engine, the web server, the database driver and the runtime, and remembers their values.</summary>
public sealed class MetricsCollector : IDisposable
{
    private static readonly string[] Meters =
    [
        ApiTelemetry.MeterName, InstrumentationOptions.SourceName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Net.Http",
        "System.Runtime",
    ];

    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Lock _observing = new();

    /// <param name="factory">Makes the meters of this application; those of another one in the process are none of its business.</param>
    public MetricsCollector(IMeterFactory? factory = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var isOurs = Meters.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || instrument.Meter.Scope == factory);
            if (isOurs && Find(instrument) is { } family) listener.EnableMeasurementEvents(instrument, family);
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<decimal>((_, value, tags, family) => Record((double)value, tags, family));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, family) => Record(value, tags, family));
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, family) => Record(value, tags, family));
        _listener.Start();
    }

    /// <summary>Everything so far, in the text format of Prometheus.</summary>
    public string Write()
    {
        lock (_observing)
        {
            foreach (var family in _families.Values.Where(family => family.IsObserved)) family.Forget();
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(_families.Values.OrderBy(family => family.Name, StringComparer.Ordinal));
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Instruments of one name and kind are one family, such as those of two meters.</summary>
    private MetricFamily? Find(Instrument instrument)
    {
        var own = new MetricFamily(instrument);
        var family = _families.GetOrAdd(own.Name, own);
        return family.Kind == own.Kind ? family : null;
    }

    private static void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? family) =>
        ((MetricFamily)family!).Record(value, tags);
}
