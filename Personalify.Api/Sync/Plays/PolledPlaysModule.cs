using Personalify.Api.Access.Connections;

namespace Personalify.Api.Sync.Plays;

/// <summary>Plays that Spotify tells while they are recent.</summary>
public static class PolledPlaysModule
{
    public static IServiceCollection AddPolledPlays(this IServiceCollection services) => services
        .AddSingleton<PolledPlayStore>()
        .AddSingleton<PolledImport>()
        .AddSingleton<PolledPlayMerge>()
        .AddSingleton<ISyncPart, RecentPlays>()
        .AddSingleton<ISpotifyData, PolledPlayWipe>();
}
