using Personalify.Api.Imports.Staging;

namespace Personalify.Api.Imports;

/// <summary>Takes back what an import said of the listener's catalogue, inside the transaction that took back its plays.</summary>
internal static class CatalogUndo
{
    /// <summary>Returns what has other names from the commit on, or is gone.</summary>
    public static async Task<RenamedEntries> RunAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(CatalogUndoSql.ForgetObservations, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogUndoSql.FindHeirs, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogUndoSql.Describe, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogMergeSql.TouchMonthsOfMoved, cancellationToken, session.UserId);
        var described = await session.NumbersAsync(CatalogMergeSql.RenamedTracks, cancellationToken);
        var tracks = await session.NumbersAsync(CatalogUndoSql.DeleteTracks, cancellationToken, session.UserId, session.ImportId);
        await UndoOtherItemsAsync(session, cancellationToken);
        var artists = await ChangeAsync(session, CatalogUndoSql.RenameArtists, cancellationToken);
        var albums = await ChangeAsync(session, CatalogUndoSql.RenameAlbums, cancellationToken);
        albums.AddRange(await ChangeAsync(session, CatalogUndoSql.DeleteAlbums, cancellationToken));
        artists.AddRange(await ChangeAsync(session, CatalogUndoSql.DeleteArtists, cancellationToken));
        return new RenamedEntries(artists, albums, [.. described, .. tracks]);
    }

    private static async Task UndoOtherItemsAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(CatalogUndoSql.ForgetOtherObservations, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogUndoSql.DescribeOtherItems, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogUndoSql.DeleteOtherItems, cancellationToken, session.UserId, session.ImportId);
    }

    private static Task<List<int>> ChangeAsync(ImportSession session, string sql, CancellationToken cancellationToken) =>
        session.NumbersAsync(sql, cancellationToken, session.UserId);
}
