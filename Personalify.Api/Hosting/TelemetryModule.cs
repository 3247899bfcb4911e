using System.Diagnostics.Metrics;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Personalify.Api.Caching;
using Personalify.GraphQL.Execution;

namespace Personalify.Api.Hosting;

/// <summary>
/// Metrics of the Api, its GraphQL engine, the web server, the database driver, outgoing HTTP and the runtime, for Prometheus. Where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector, it gets them as well, and the traces of requests.
/// </summary>
public static class TelemetryModule
{
    /// <summary>Values of labels beyond this are counted together, so that labels cannot fill the memory.</summary>
    public const int MaxSeries = 500;

    private const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("Personalify.Api", autoGenerateServiceInstanceId: false))
            .WithMetrics(AddInstruments);
        services.ConfigureOpenTelemetryMeterProvider(
            (provider, metrics) => metrics.AddView(new MetricViews(provider.GetService<IMeterFactory>()).Of));
        return string.IsNullOrEmpty(configuration[CollectorVariable]) ? services : telemetry.AddCollector().Services;
    }

    private static void AddInstruments(MeterProviderBuilder metrics) => metrics
        .AddMeter(ApiTelemetry.MeterName, InstrumentationOptions.SourceName)
        .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddNpgsqlInstrumentation()
        .AddPrometheusExporter(options =>
        {
            options.ScopeInfoEnabled = false; // names tell the instruments apart
            options.ScrapeResponseCacheDurationMilliseconds = 0;
        });

    private static OpenTelemetryBuilder AddCollector(this OpenTelemetryBuilder telemetry) => telemetry
        .WithMetrics(metrics => metrics.AddOtlpExporter())
        .WithTracing(traces => traces
            .AddSource(InstrumentationOptions.SourceName)
            .AddAspNetCoreInstrumentation(
                options => options.EnrichWithHttpRequest = (span, _) => span.SetTag("user_agent.original", null)) // about a person
            .AddHttpClientInstrumentation().AddNpgsql()
            .AddRedisInstrumentation()
            .ConfigureRedisInstrumentation((provider, redis) => provider.GetService<RedisGate>()?.Watch(redis.AddConnection))
            .AddOtlpExporter());
}
