using Personalify.Api.Access.Connections;
using Personalify.Api.Sync;

namespace Personalify.Api.Tops;

/// <summary>Spotify's top lists: fetched, kept with their movement, and answered from Redis first.</summary>
public static class TopsModule
{
    public static IServiceCollection AddTops(this IServiceCollection services)
    {
        services.AddOptions<TopsOptions>().BindConfiguration(TopsOptions.Section);
        return services
            .AddSingleton<TopsFetcher>()
            .AddSingleton<TopsStore>()
            .AddSingleton<TopsCache>()
            .AddSingleton<TopsTurns>()
            .AddSingleton<TopsRefresh>()
            .AddSingleton<TopsReader>()
            .AddSingleton<TopsHistory>()
            .AddSingleton<ConnectedListeners>()
            .AddSingleton<CacheAdmin>()
            .AddSingleton<ISyncPart, TopsPart>()
            .AddSingleton<ISpotifyData, TopsData>()
            .AddHostedService<ConnectionListener>();
    }
}
