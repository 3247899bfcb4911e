using Personalify.Api.Access.Connections;
using Personalify.Api.Catalog;
using Personalify.Api.Imports;
using Personalify.Api.Imports.Staging;

namespace Personalify.Api.Sync.Plays;

/// <summary>Takes back everything that Spotify told of a listener's plays, as an import is undone.</summary>
internal sealed class PolledPlayWipe(ImportConnections connections, PolledImport import, ImportUndo undo, CatalogCache cache) : ISpotifyData
{
    public async Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken)
    {
        if (await import.FindAsync(connection.UserId, cancellationToken) is not { } importId) return;
        await using var session = await ImportSession.OpenAsync(connections.Source, connection.UserId, importId, cancellationToken);
        await using var transaction = await session.BeginAsync(cancellationToken);
        await session.ExecuteAsync("DELETE FROM polled_plays WHERE user_id = $1", cancellationToken, session.UserId);
        var (_, renamed) = await undo.TakeBackAsync(session, cancellationToken);
        await session.ExecuteAsync("DELETE FROM imports WHERE id = $1", cancellationToken, importId);
        await transaction.CommitAsync(cancellationToken);
        await cache.ForgetAsync(connection.UserId, renamed.Artists, renamed.Albums, renamed.Tracks, CancellationToken.None);
    }
}
