using System.Net;
using IPNetwork = System.Net.IPNetwork;
using OpenTelemetry.Metrics;

namespace Personalify.Api.Hosting;

/// <summary>
/// <c>/metrics</c>, for this machine and the networks that <c>Hosting:MetricsNetworks</c> names. Nothing in it is about a person, but how
/// busy a household is, and with what, is its own business.
/// </summary>
public static class MetricsEndpoint
{
    private const string Path = "/metrics";

    private const string Refusal =
        "Metrics are shown to this machine only. To let another one read them, name its network in Hosting:MetricsNetworks, for example Hosting__MetricsNetworks__0=192.168.1.10/32.\n";

    public static void MapMetrics(this WebApplication app)
    {
        IPNetwork[] networks = [.. (app.Configuration.GetSection("Hosting:MetricsNetworks").Get<string[]>() ?? []).Select(network => IPNetwork.Parse(network))];
        app.MapPrometheusScrapingEndpoint(
            Path,
            app.Services.GetRequiredService<MeterProvider>(), // Counts from the first request on, not from the first look.
            branch => branch.Use(
                (context, next) => MayRead(context.Connection.RemoteIpAddress, networks) ? next(context) : RefuseAsync(context.Response)),
            optionsName: null);
    }

    /// <summary>Who comes without an address comes by a socket of this machine.</summary>
    private static bool MayRead(IPAddress? address, IPNetwork[] networks)
    {
        if (address is null) return true;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return IPAddress.IsLoopback(address) || Array.Exists(networks, network => network.Contains(address));
    }

    private static Task RefuseAsync(HttpResponse response)
    {
        (response.StatusCode, response.ContentType) = (StatusCodes.Status403Forbidden, "text/plain; charset=utf-8");
        return response.WriteAsync(Refusal, response.HttpContext.RequestAborted);
    }
}
