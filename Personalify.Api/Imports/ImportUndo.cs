using Personalify.Api.Catalog;
using Personalify.Api.Imports.Staging;
using Personalify.Api.Listening;
using Personalify.Api.Moods;
using Personalify.Api.Sync.Plays;

namespace Personalify.Api.Imports;

/// <summary>
/// Takes an import back so exactly that the plays are as if it had never been: what another import delivered too passes to that import, the
/// rest goes; circumstances are put together again from the deliveries that remain.
/// </summary>
internal sealed class ImportUndo(ImportConnections connections, PlayMonthsStore months, CatalogCache cache, MoodJob moods,
    TimeProvider time)
{
    private const string Finish =
        """
        UPDATE imports SET status = 'UNDONE', error = NULL, finished_at = $3, lease_until = NULL, progress = NULL
        WHERE id = $1 AND attempts = $2 AND lease_until IS NOT NULL
        """;

    /// <summary>Returns how many plays went.</summary>
    public async Task<int> RunAsync(ClaimedImport import, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(connections.Source, import.UserId, import.Id, cancellationToken);
        await using var transaction = await session.BeginAsync(cancellationToken);
        var (removed, renamed) = await TakeBackAsync(session, cancellationToken);
        if (await session.ExecuteAsync(Finish, cancellationToken, import.Id, import.Attempt, time.GetUtcNow()) == 0)
            throw new OperationCanceledException($"The import {import.Id} is undone by another process by now.");
        await transaction.CommitAsync(cancellationToken);
        await cache.ForgetAsync(import.UserId, renamed.Artists, renamed.Albums, renamed.Tracks, CancellationToken.None);
        return removed;
    }

    /// <summary>
    /// Inside the caller's transaction; returns how many plays went, and what has other names from the commit on.
    /// </summary>
    public async Task<(int Removed, RenamedEntries Renamed)> TakeBackAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var removed = await UndoPlaysAsync(session, cancellationToken);
        var renamed = await CatalogUndo.RunAsync(session, cancellationToken);
        await AccountOverlapStore.StageAsync(session, cancellationToken);
        await AccountOverlapStore.WriteAsync(session, cancellationToken);
        await PolledJoin.RunAsync(session, cancellationToken);
        await TouchedMonths.RebuildAsync(session, months, cancellationToken);
        var changed = await moods.RunAsync(session, cancellationToken);
        return (removed, renamed with { Tracks = [.. renamed.Tracks, .. changed] });
    }

    private static async Task<int> UndoPlaysAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(ImportUndoSql.CollectTouched, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(ImportUndoSql.TouchMonths, cancellationToken);
        await session.ExecuteAsync(ImportUndoSql.ForgetObservations, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(ImportUndoSql.HandOver, cancellationToken, session.UserId, session.ImportId);
        var removed = await session.ExecuteAsync(ImportUndoSql.DeletePlays, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(ImportUndoSql.PutTogether, cancellationToken, session.UserId);
        await session.ExecuteAsync(ImportUndoSql.ForgetWhatTheOwnerSaid, cancellationToken, session.UserId);
        await session.ExecuteAsync(ImportUndoSql.ForgetOtherObservations, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(ImportUndoSql.HandOverOthers, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(ImportUndoSql.DeleteOthers, cancellationToken, session.UserId, session.ImportId);
        return removed;
    }
}
