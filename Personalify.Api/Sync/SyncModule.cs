using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;
using Personalify.Api.Sync.Plays;

namespace Personalify.Api.Sync;

/// <summary>Synchronizations with Spotify and their history.</summary>
public static class SyncModule
{
    public static IServiceCollection AddSync(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SyncOptions>().BindConfiguration(SyncOptions.Section);
        services.AddTransient<SyncRequests.Counting>();
        services.AddHttpClient(SpotifyModule.ApiClient).AddHttpMessageHandler<SyncRequests.Counting>();
        return services
            .AddSingleton<SyncChanges>()
            .AddSingleton<SyncStore>()
            .AddSingleton<SyncFollower>()
            .AddSingleton<SyncQueue>()
            .AddSingleton<SyncEnds>()
            .AddSingleton<SyncOutbox>()
            .AddSingleton<SyncSchedule>()
            .AddSingleton<SyncStarter>()
            .AddSingleton<SyncRunner>()
            .AddSingleton<ISpotifyData, SyncData>()
            .AddHostedService<SyncWorker>()
            .AddHostedService<SyncScheduler>()
            .AddSyncHistory(configuration)
            .AddPolledPlays();
    }
}
