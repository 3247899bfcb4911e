using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Budgets;
using Personalify.FakeSpotify;

namespace Personalify.Api.Tests.Spotify;

/// <summary>The client as the Api registers it, and a fake Spotify that it asks.</summary>
internal sealed class SpotifyHome : IAsyncDisposable
{
    public static readonly Uri Callback = new("http://127.0.0.1:5081/spotify/callback");
    private readonly ServiceProvider _services;

    private SpotifyHome(FakeSpotifyServer server, ServiceProvider services) => (Server, _services) = (server, services);

    public FakeSpotifyServer Server { get; }

    public OAuthClient Accounts => _services.GetRequiredService<OAuthClient>();

    public SpotifyClients Clients => _services.GetRequiredService<SpotifyClients>();

    /// <summary>Ada has the largest library.</summary>
    public SpotifyClient Ada => Clients.Create(Server.AccessToken("ada"));

    public SpotifyApp App => new(Server.Options.ClientId, Server.Options.ClientSecret);

    /// <summary>Pauses between tries are short here, so that no test waits.</summary>
    public static async Task<SpotifyHome> StartAsync(
        FakeSpotifyOptions? fake = null, TimeProvider? clock = null, IDictionary<string, string?>? settings = null,
        ILoggerProvider? log = null, NpgsqlDataSource? main = null)
    {
        var server = await FakeSpotifyServer.StartAsync(fake, clock);
        return On(server, clock, settings, log, main);
    }

    /// <summary>Another Api that asks the same Spotify.</summary>
    public static SpotifyHome On(
        FakeSpotifyServer server, TimeProvider? clock = null, IDictionary<string, string?>? settings = null, ILoggerProvider? log = null,
        NpgsqlDataSource? main = null) =>
        new(server, Services(server, clock ?? TimeProvider.System, settings, log, main));

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Ends the Api; Spotify goes on.</summary>
    public ValueTask StopAsync() => _services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static ServiceProvider Services(
        FakeSpotifyServer server, TimeProvider clock, IDictionary<string, string?>? settings, ILoggerProvider? log,
        NpgsqlDataSource? main)
    {
        var all = new Dictionary<string, string?>
        {
            ["Spotify:ClientId"] = server.Options.ClientId,
            ["Spotify:AccountsUrl"] = server.Url.ToString(),
            ["Spotify:ApiUrl"] = server.ApiUrl.ToString(),
            ["Spotify:RetryDelay"] = "00:00:00.005",
            ["Spotify:Budgets:RequestsPerSecond"] = "10000",
            ["Spotify:Budgets:Burst"] = "10000",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) all[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(clock);
        if (main is null) services.AddSingleton<IBudgetStore, MemoryBudgetStore>();
        else services.AddSingleton(main);
        services.AddSpotify();
        services.AddLogging(logging =>
        {
            if (log is not null) logging.SetMinimumLevel(LogLevel.Trace).AddFilter("Polly", LogLevel.Trace).AddProvider(log);
        });
        return services.BuildServiceProvider();
    }
}
