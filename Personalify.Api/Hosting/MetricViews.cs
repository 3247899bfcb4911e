using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace Personalify.Api.Hosting;

/// <summary>How each instrument is shown: explained, with a bound on its series, and only if it belongs to this application.</summary>
/// <param name="factory">Makes the meters of this application; those of another one in the process are none of its business.</param>
internal sealed class MetricViews(IMeterFactory? factory)
{
    public MetricStreamConfiguration Of(Instrument instrument) => IsOurs(instrument)
        ? new MetricStreamConfiguration
        {
            CardinalityLimit = TelemetryModule.MaxSeries, Description = instrument.Description ?? instrument.Name,
        }
        : MetricStreamConfiguration.Drop;

    private bool IsOurs(Instrument instrument) => instrument.Meter.Scope is null || instrument.Meter.Scope == factory;
}
