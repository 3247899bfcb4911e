using Personalify.FakeSpotify.Accounts;
using Personalify.FakeSpotify.Api;
using Personalify.FakeSpotify.Faults;

namespace Personalify.FakeSpotify;

/// <summary>The server's parts in the order in which a request meets them.</summary>
internal static class FakeSpotifyApp
{
    public static WebApplication Build(string[] args, FakeSpotifyOptions options, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Configuration.GetSection("FakeSpotify").Bind(options);
        builder.Services.AddSingleton(new FakeWorld(options, clock));
        var app = builder.Build();
        app.UseRouting();
        app.UseMiddleware<RequestCounting>();
        app.UseMiddleware<FaultInjection>();
        app.UseMiddleware<BearerCheck>();
        app.MapEverything();
        return app;
    }

    private static void MapEverything(this WebApplication app)
    {
        app.MapGet("/", () => Results.Content(NoticePage.Text, "text/html; charset=utf-8"));
        app.MapAuthorizePage();
        app.MapTokens();
        app.MapControl();
        app.MapPictures();
        var api = app.MapGroup("/v1");
        api.MapListener();
        api.MapLibrary();
        api.MapPlaylists();
        api.MapCatalogue();
        api.MapSearch();
        api.MapRemoved();
    }
}
