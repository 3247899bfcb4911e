using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Http;
using Polly;

namespace Personalify.Api.Spotify;

/// <summary>The way to Spotify. Nothing is asked of it before a listener signs in, so without settings it lies still.</summary>
public static class SpotifyModule
{
    internal const string ApiClient = "spotify-api";
    internal const string AccountsClient = "spotify-accounts";

    public static IServiceCollection AddSpotify(this IServiceCollection services)
    {
        services.AddOptions<SpotifyOptions>().BindConfiguration(SpotifyOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SpotifyOptions>, SpotifyOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        // Each try of each call is detail, and its last one comes with a stack trace; what fails in the end is told by who asked.
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.None));
        services.AddSpotifyHttp(ApiClient, SpotifyResilience.Configure, WithinBudgets);
        services.AddSpotifyHttp(AccountsClient, static (pipeline, options, clock) =>
        {
            pipeline.TimeProvider = clock;
            pipeline.AddTimeout(options.AttemptTimeout);
        });
        return services.AddBudgets().AddSingleton<SpotifyClients>().AddSingleton<OAuthClient>();
    }

    private static IServiceCollection AddBudgets(this IServiceCollection services)
    {
        services.TryAddSingleton<IBudgetStore, BudgetStore>();
        return services.AddSingleton(provider => new SpotifyBudgets(
                provider.GetRequiredService<IBudgetStore>(), provider.GetRequiredService<IOptions<SpotifyOptions>>(),
                provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SpotifyBudgets>>()))
            .AddSingleton<RequestPace>().AddHostedService<BudgetWriter>();
    }

    // The pace and the refusal lie around all tries of a call, the counting around each.
    private static void WithinBudgets(IHttpClientBuilder client, Action addTries)
    {
        client.AddHttpMessageHandler(provider => new BudgetHandler(
            provider.GetRequiredService<SpotifyBudgets>(), provider.GetRequiredService<RequestPace>()));
        addTries();
        client.AddHttpMessageHandler(provider => new QuotaHandler(
            provider.GetRequiredService<SpotifyBudgets>(), provider.GetRequiredService<TimeProvider>()));
    }

    // No logs of the factory's own: addresses and headers are about a person.
    private static void AddSpotifyHttp(
        this IServiceCollection services, string name,
        Action<ResiliencePipelineBuilder<HttpResponseMessage>, SpotifyOptions, TimeProvider> configure,
        Action<IHttpClientBuilder, Action>? around = null)
    {
        var client = services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(Connections);
        if (around is null) AddTries();
        else around(client, AddTries);
        client.AddHttpMessageHandler(
            provider => new BoundedBodyHandler(provider.GetRequiredService<IOptions<SpotifyOptions>>().Value.MaxBodyBytes));

        void AddTries() => client.AddResilienceHandler(name, (pipeline, context) =>
        {
            var provider = context.ServiceProvider;
            configure(pipeline, provider.GetRequiredService<IOptions<SpotifyOptions>>().Value, provider.GetRequiredService<TimeProvider>());
        });
    }

    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 8,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
