using System.Net;
using IPNetwork = System.Net.IPNetwork;

namespace Personalify.Api.Hosting.Metrics;

/// <summary>
/// <c>/metrics</c>, for this machine and the networks that <c>Hosting:MetricsNetworks</c> names. Nothing in it is about a person, but how
/// busy a household is, and with what, is its own business.
/// </summary>
internal static class MetricsEndpoint
{
    private const string Refusal =
        "Metrics are shown to this machine only. To let another one read them, name its network in Hosting:MetricsNetworks, for example Hosting__MetricsNetworks__0=192.168.1.10/32.\n";

    public static void MapMetrics(this WebApplication app)
    {
        app.Services.GetRequiredService<MetricsCollector>(); // Counts from the first request on, not from the first look.
        IPNetwork[] networks = [.. (app.Configuration.GetSection("Hosting:MetricsNetworks").Get<string[]>() ?? []).Select(network => IPNetwork.Parse(network))];
        app.MapGet("/metrics", (HttpContext context, MetricsCollector metrics) => MayRead(context.Connection.RemoteIpAddress, networks)
            ? Results.Text(metrics.Write(), PrometheusText.ContentType)
            : Results.Text(Refusal, statusCode: StatusCodes.Status403Forbidden));
    }

    /// <summary>Who comes without an address comes by a socket of this machine.</summary>
    private static bool MayRead(IPAddress? address, IPNetwork[] networks)
    {
        if (address is null) return true;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return IPAddress.IsLoopback(address) || Array.Exists(networks, network => network.Contains(address));
    }
}
