namespace Personalify.Api.Access.Connections;

/// <summary>Sign-in with Spotify, and what lasts of it.</summary>
internal static class ConnectionsModule
{
    public static IServiceCollection AddSpotifyConnections(this IServiceCollection services) => services
        .AddSingleton<TokenProtection>()
        .AddSingleton<SpotifyApps>()
        .AddSingleton<OwnSpotifyApps>()
        .AddSingleton<SpotifyConnectionStore>()
        .AddSingleton<SpotifyTokenStore>()
        .AddSingleton<SpotifyTokenRefresh>()
        .AddSingleton<SpotifyConnections>()
        .AddSingleton<SpotifySignInStore>()
        .AddSingleton<SpotifyStart>()
        .AddSingleton<SpotifyExchange>()
        .AddSingleton<SpotifyNewAccounts>()
        .AddSingleton<SpotifyLinking>()
        .AddSingleton<SpotifyComplete>()
        .AddSingleton<SpotifyWipes>()
        .AddSingleton<SpotifyDisconnect>()
        .AddHostedService<SpotifySweeper>();
}
