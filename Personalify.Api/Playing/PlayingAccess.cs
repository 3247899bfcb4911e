using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Playing;

/// <summary>Whether Spotify would tell what a listener plays.</summary>
public sealed class PlayingAccess(SpotifyConnectionStore connections)
{
    public const string NotConnected = "SPOTIFY_NOT_CONNECTED";
    public const string ScopeMissing = "SPOTIFY_SCOPE_MISSING";

    /// <summary>False without a connection.</summary>
    /// <exception cref="GraphQLException">The listener is connected and has not granted it.</exception>
    public async Task<bool> IsConnectedAsync(int userId, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(userId, cancellationToken) is not { Status: ConnectionStatus.Active } connection) return false;
        return connection.Grants(Scopes.UserReadPlaybackState) || connection.Grants(Scopes.UserReadCurrentlyPlaying)
            ? true
            : throw new GraphQLException(
                "Spotify may not tell what you are playing, because you have not granted user-read-playback-state. "
                + "Connect with Spotify again and allow it.", ScopeMissing);
    }

    /// <exception cref="GraphQLException">There is nothing to follow.</exception>
    public async Task DemandAsync(int userId, CancellationToken cancellationToken)
    {
        if (await IsConnectedAsync(userId, cancellationToken)) return;
        throw new GraphQLException(
            "You are not connected with Spotify, so it does not tell what you are playing. Connect on the Spotify page.", NotConnected);
    }
}
