using Personalify.Api.Sync.History;
using Personalify.Api.Sync.Plays;

namespace Personalify.Api.Sync;

/// <summary>Synchronizations with Spotify and their history.</summary>
public static class SyncModule
{
    public static IServiceCollection AddSync(this IServiceCollection services, IConfiguration configuration) => services
        .AddPolledPlays()
        .AddSyncHistory(configuration);
}
