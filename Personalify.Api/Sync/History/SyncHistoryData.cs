using Personalify.Api.Access.Connections;

namespace Personalify.Api.Sync.History;

/// <summary>The history goes with whatever else came through Spotify's API.</summary>
internal sealed class SyncHistoryData(ISyncHistory history) : ISpotifyData
{
    public Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken) =>
        history.ForgetAsync(connection.UserId, cancellationToken);
}
