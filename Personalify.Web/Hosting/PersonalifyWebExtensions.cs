using System.Text.Encodings.Web;
using System.Text.Unicode;
using IPNetwork = System.Net.IPNetwork;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.WebEncoders;
using Personalify.Web.Api;
using Personalify.Web.Covers;
using Personalify.Web.Csv;
using Personalify.Web.Pages.Imports;
using Personalify.Web.Pages.Settings;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Hosting;

public static class PersonalifyWebExtensions
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static void AddPersonalifyWeb(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.AddApiClient();
        var proxies = builder.Configuration.GetSection("Hosting:TrustedProxies").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, proxies));
        builder.Services.AddProtectionKeys(builder.Configuration);
        builder.Services.AddLanguages();
        builder.Services.AddCompression();
        builder.Services.AddCovers(builder.Configuration);
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "personalify_form");
        builder.Services.AddSingleton<KnownViewers>();
        builder.Services.AddScoped<Visit>();
        builder.Services.AddScoped<SignedInPageFilter>();
        builder.Services.AddRazorPages().AddMvcOptions(options => options.Filters.AddService<SignedInPageFilter>());
        // Names come in every script; written as they are, pages are smaller and readable. What could leave the text is still escaped.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void UsePersonalifyWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            AllowStatusCode404Response = true, // An id that cannot be read is one that is not there.
            // The error page logs the Api's failures itself, in one line; an address that cannot be read is none.
            SuppressDiagnosticsCallback = failure => failure.Exception is ApiException or AddressException or CsvTooLongException,
        });
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseRouting();
    }

    /// <summary>
    /// A proxy on this machine is believed about the browser's address and about https; others only when <c>Hosting:TrustedProxies</c>
    /// names their network.
    /// </summary>
    private static void TrustProxies(ForwardedHeadersOptions options, string[] networks)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var network in networks) options.KnownIPNetworks.Add(IPNetwork.Parse(network));
    }

    private static void AddApiClient(this WebApplicationBuilder builder)
    {
        var url = ApiAddress(builder.Configuration);
        builder.Services.AddTransient<CallerHandler>();
        builder.Services.AddTransient<UploadImport>();
        builder.Services.AddHttpClient<PersonalifyClient>(http =>
        {
            http.BaseAddress = url;
            http.Timeout = TimeSpan.FromSeconds(30);
        }).AddHttpMessageHandler<CallerHandler>();
        builder.Services.AddHttpClient<UploadClient>(http =>
        {
            http.BaseAddress = url;
            http.Timeout = Timeout.InfiniteTimeSpan; // Large files over slow lines; the browser's own connection ends it.
        }).AddHttpMessageHandler<CallerHandler>();
        builder.Services.AddHttpClient<ExportClient>(http =>
        {
            http.BaseAddress = url;
            http.Timeout = Timeout.InfiniteTimeSpan;
        }).AddHttpMessageHandler<CallerHandler>();
    }

    private static Uri ApiAddress(ConfigurationManager configuration)
    {
        var text = configuration["Api:Url"] ?? "http://127.0.0.1:5081/graphql";
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new InvalidOperationException($"Api:Url is '{text}'; it has to be an address like http://127.0.0.1:5081/graphql.");
    }
}
