using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>Synchronizations with Spotify and their history.</summary>
public static class SyncModule
{
    public static IServiceCollection AddSync(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSyncHistory(configuration);
}
