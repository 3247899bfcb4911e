using Personalify.Api.Imports.Staging;
using Personalify.Api.Listening;
using Personalify.Api.Sync.Plays;

namespace Personalify.Api.Imports;

/// <summary>
/// Stages an import's plays, and writes them with everything that follows from them in one transaction, the import's own status included:
/// whatever ends the process before the commit, nothing has happened.
/// </summary>
internal sealed class PlayMerge(PlayMonthsStore months)
{
    /// <summary>Fills the staging tables that say what would be written, and writes nothing.</summary>
    public static async Task StageAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await CatalogMerge.StageAsync(session, cancellationToken);
        await session.ReadTimesAsync(cancellationToken);
        await session.ExecuteAsync(StagingTables.FillOwnPlays, cancellationToken, session.UserId, session.FirstTime, session.LastTime);
        await session.ExecuteAsync(StagingTables.FillOwnOthers, cancellationToken, session.UserId, session.FirstTime, session.LastTime);
        await session.ExecuteAsync(StagingTables.FillPlays, cancellationToken);
        await session.ExecuteAsync(StagingTables.FillOthers, cancellationToken);
        await session.ExecuteAsync(StagingTables.SettlePlays, cancellationToken);
        await session.ExecuteAsync(StagingTables.SettleOthers, cancellationToken);
        await AccountOverlapStore.StageAsync(session, cancellationToken);
    }

    /// <summary>
    /// Writes; <paramref name="finish"/> makes the report and completes the import inside the same transaction. It is told how many plays
    /// that Spotify had told gave way.
    /// </summary>
    public async Task<RenamedEntries> WriteAsync(ImportSession session, Func<int, Task> finish, CancellationToken cancellationToken)
    {
        await using var transaction = await session.BeginAsync(cancellationToken);
        var renamed = await CatalogMerge.WriteAsync(session, cancellationToken);
        await WritePlaysAsync(session, cancellationToken);
        await WriteOtherPlaysAsync(session, cancellationToken);
        await AccountOverlapStore.WriteAsync(session, cancellationToken);
        var replaced = await PolledJoin.RunAsync(session, cancellationToken);
        await TouchedMonths.RebuildAsync(session, months, cancellationToken);
        await finish(replaced);
        await transaction.CommitAsync(cancellationToken);
        return renamed;
    }

    private static async Task WritePlaysAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(PlayMergeSql.SettlePlays, cancellationToken, session.UserId);
        await session.ExecuteAsync(PlayMergeSql.KeepWhatChanges, cancellationToken, session.UserId, session.FirstTime, session.LastTime);
        await session.ExecuteAsync(PlayMergeSql.ChangePlays, cancellationToken, session.UserId, session.FirstTime, session.LastTime);
        await session.ExecuteAsync(PlayMergeSql.InsertPlays, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(PlayMergeSql.ObservePlays, cancellationToken, session.UserId, session.ImportId);
        if (await session.ScalarAsync<bool>(PlayMergeSql.AnyOtherNames, cancellationToken))
            await session.ExecuteAsync(PlayMergeSql.ObserveOtherNames, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(PlayMergeSql.TouchNewMonths, cancellationToken);
    }

    private static async Task WriteOtherPlaysAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(PlayMergeSql.SettleOtherPlays, cancellationToken, session.UserId);
        await session.ExecuteAsync(PlayMergeSql.InsertOtherPlays, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(PlayMergeSql.ObserveOtherPlays, cancellationToken, session.UserId, session.ImportId);
    }
}
