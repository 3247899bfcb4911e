using Personalify.Api.Access.Connections;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>Queues a run because the listener asks for it.</summary>
public sealed class SyncStarter(SpotifyConnectionStore connections, SyncQueue queue, IEnumerable<ISyncPart> parts)
{
    public async Task<FieldResult<SyncProgress, NotConnectedError, SignInAgainError>> StartAsync(
        int userId, IReadOnlyList<SyncPart>? wanted, CancellationToken cancellationToken)
    {
        var connection = await connections.FindAsync(userId, cancellationToken);
        if (connection is { Status: ConnectionStatus.SignInAgain }) return new SignInAgainError(SyncSentences.SignInAgain);
        var asked = wanted is { Count: > 0 } ? wanted : [.. parts.Select(part => part.Part)];
        return connection is not null && await queue.QueueAsync(userId, SyncTrigger.Listener, asked, cancellationToken) is { } job
            ? SyncProgress.Of(job)
            : new NotConnectedError(SyncSentences.NotConnected);
    }
}
