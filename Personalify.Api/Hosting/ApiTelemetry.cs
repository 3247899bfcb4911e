using System.Diagnostics.Metrics;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.Hosting;

/// <summary>The meter of the Api. Features create their instruments on it; <c>/metrics</c> shows them.</summary>
public static class ApiTelemetry
{
    public const string MeterName = "Personalify";

    public static Meter Meter { get; } = new(MeterName);

    /// <summary>Lets GraphQL requests be seen: in metrics, in traces where somebody collects them, and in the log.</summary>
    public static IGraphQLBuilder AddTelemetry(this IGraphQLBuilder builder) => builder.AddInstrumentation().AddDiagnosticEventListener<RequestLog>();
}
