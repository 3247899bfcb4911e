using System.Net;
using Microsoft.Extensions.Options;
using Personalify.Api.Spotify.Http;

namespace Personalify.Api.Moods.Providers.HuggingFace;

/// <summary>The way to Hugging Face. Nothing is asked there unless it is chosen.</summary>
internal static class HuggingFaceModule
{
    private const int MaxBodyBytes = 4 << 20;

    public static IServiceCollection AddHuggingFace(this IServiceCollection services)
    {
        services.AddOptions<HuggingFaceOptions>().BindConfiguration(HuggingFaceOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HuggingFaceOptions>, HuggingFaceOptionsValidation>();
        services.AddSingleton<HuggingFaceBudget>();
        // The last try of a request comes with a stack trace; the worker says in a sentence what failed.
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.None));
        // No logs of the factory's own: headers hold the token.
        var client = services.AddHttpClient(HuggingFaceMoodModel.Client, http =>
            http.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(Connections);
        client.AddResilienceHandler(HuggingFaceMoodModel.Client, (pipeline, context) => HuggingFaceRefusal.Configure(
            pipeline, OptionsOf(context.ServiceProvider), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(provider => new HuggingFaceBudgetHandler(
            provider.GetRequiredService<HuggingFaceBudget>(), OptionsOf(provider).Model, OptionsOf(provider).DailyRequests));
        client.AddHttpMessageHandler(() => new BoundedBodyHandler(MaxBodyBytes));
        return services;
    }

    private static HuggingFaceOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<HuggingFaceOptions>>().Value;

    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 2,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
