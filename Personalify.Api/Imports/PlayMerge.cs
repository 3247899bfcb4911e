using Personalify.Api.Imports.Staging;
using Personalify.Api.Listening;

namespace Personalify.Api.Imports;

/// <summary>
/// Writes an import's plays and everything that follows from them in one transaction, the import's own status included: whatever ends the
/// process before the commit, nothing has happened.
/// </summary>
internal sealed class PlayMerge(PlayMonthsStore months)
{
    /// <summary>Fills the staging tables that say what would be written, and writes nothing.</summary>
    public static async Task StageAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(StagingTables.FillPlays, cancellationToken, session.UserId);
        await session.ExecuteAsync(StagingTables.FillOthers, cancellationToken);
    }

    public static Task PredictAsync(ImportSession session, CancellationToken cancellationToken) =>
        session.ExecuteAsync(PlayMergeSql.PredictCovered, cancellationToken, session.UserId);

    /// <summary>Writes; <paramref name="finish"/> makes the report and completes the import inside the same transaction.</summary>
    public async Task WriteAsync(ImportSession session, Func<Task> finish, CancellationToken cancellationToken)
    {
        await using var transaction = await session.BeginAsync(cancellationToken);
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock_shared($1)", cancellationToken, CatalogLock.Key);
        await session.ExecuteAsync(PlayMergeSql.InsertPlays, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(PlayMergeSql.KeepWhatChanges, cancellationToken, session.UserId);
        await session.ExecuteAsync(PlayMergeSql.ChangePlays, cancellationToken, session.UserId);
        await session.ExecuteAsync(PlayMergeSql.ObservePlays, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(PlayMergeSql.InsertOtherPlays, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(PlayMergeSql.ObserveOtherPlays, cancellationToken, session.UserId, session.ImportId);
        await RebuildAsync(session, cancellationToken);
        await session.ExecuteAsync(PlayMergeSql.MarkCovered, cancellationToken, session.UserId);
        await finish();
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task RebuildAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(PlayMergeSql.TouchNewMonths, cancellationToken);
        var touched = await session.ListAsync(
            PlayMergeSql.TouchedMonths, reader => new PlayMonth(session.UserId, reader.GetFieldValue<DateOnly>(0)), cancellationToken);
        if (touched.Count == 0) return;
        var recomputed = await SupersededPlays.RecomputeAsync(session.Connection, session.UserId, TimeSpanOfPlays.Of(touched), cancellationToken);
        await months.RebuildAsync(session.Connection, [.. touched.Union(recomputed)], cancellationToken);
    }
}
