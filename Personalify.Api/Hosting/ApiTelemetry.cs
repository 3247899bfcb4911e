using System.Diagnostics.Metrics;

namespace Personalify.Api.Hosting;

/// <summary>The meter of the Api. Features create their instruments on it; <c>/metrics</c> shows them.</summary>
public static class ApiTelemetry
{
    public const string MeterName = "Personalify";

    public static Meter Meter { get; } = new(MeterName);
}
