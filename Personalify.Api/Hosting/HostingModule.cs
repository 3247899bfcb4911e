using System.Globalization;
using IPNetwork = System.Net.IPNetwork;
using Microsoft.AspNetCore.HttpOverrides;

namespace Personalify.Api.Hosting;

/// <summary>What every request and every command meets, whatever the feature.</summary>
public static class HostingModule
{
    private const string DefaultUrl = "http://127.0.0.1:5081";

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        // Logs, reports and answers are the same whatever the machine's language is: a Thai locale would write the year 2569.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // The pool grows by one or two threads a second; a burst of blocking calls at start must not wait for that.
        ThreadPool.SetMinThreads(80, 80);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddProtectionKeys(builder.Configuration).AddCompression();
        var proxies = builder.Configuration.GetSection("Hosting:TrustedProxies").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, proxies));
        builder.Services.AddProblemDetails().AddStoreHealth().AddTelemetry(builder.Configuration);
        return builder;
    }

    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStoreHealth();
        app.MapMetrics();
        return app;
    }

    /// <summary>Proxies on this machine are trusted to say for whom they ask; others only when <c>Hosting:TrustedProxies</c> names their network.</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, string[] networks)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var network in networks) options.KnownIPNetworks.Add(IPNetwork.Parse(network));
    }

    /// <summary>A request that the server could not read, such as one that breaks off, is the client's failure.</summary>
    private static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException malformed ? malformed.StatusCode : StatusCodes.Status500InternalServerError;
}
