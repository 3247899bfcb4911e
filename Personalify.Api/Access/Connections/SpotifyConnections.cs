using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Access.Connections;

/// <summary>Spotify in the name of listeners who are connected with it.</summary>
public sealed class SpotifyConnections(
    SpotifyConnectionStore store, SpotifyTokenStore tokens, SpotifyTokenRefresh refresh, SpotifyClients clients, TimeProvider time)
{
    /// <summary>Null when the listener is not connected, or has to sign in with Spotify again.</summary>
    public async Task<ConnectedSpotify?> FindAsync(int userId, CancellationToken cancellationToken) =>
        await store.FindAsync(userId, cancellationToken) is { Status: ConnectionStatus.Active } connection
            ? new ConnectedSpotify(connection, clients.Create(new SpotifyTokens(userId, tokens, refresh, time),
                new SpotifyCaller(connection.ClientId)))
            : null;
}

/// <summary>A connection and the client that asks in its name.</summary>
public sealed record ConnectedSpotify(SpotifyConnection Connection, SpotifyClient Client);
