using Personalify.Api.Imports.Staging;

namespace Personalify.Api.Imports;

/// <summary>
/// Finds what an import names in the listener's own catalogue and brings what is new into it. No other listener's catalogue is read or
/// written, so imports of several listeners never wait for one another.
/// </summary>
internal static class CatalogMerge
{
    /// <summary>
    /// Finds artists, albums, tracks and other items, and numbers those that are not there yet; writes nothing but temporary tables.
    /// </summary>
    public static async Task StageAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(StagingTables.FillItems, cancellationToken);
        await session.ExecuteAsync(StagingTables.FillNames, cancellationToken);
        await session.ExecuteAsync(CatalogStagingSql.FillArtists, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogStagingSql.FillAlbums, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogStagingSql.FillTracks, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogStagingSql.FillOtherItems, cancellationToken, session.UserId);
    }

    /// <summary>Writes, inside the caller's transaction, and returns what has other names from its commit on.</summary>
    public static async Task<RenamedEntries> WriteAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(CatalogMergeSql.InsertArtists, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogMergeSql.InsertAlbums, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogMergeSql.InsertTracks, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogMergeSql.InsertOtherItems, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogMergeSql.AdvanceCounters, cancellationToken, session.UserId);
        return await session.ScalarAsync<bool>(CatalogMergeSql.AnyKnown, cancellationToken)
            ? await DescribeAsync(session, cancellationToken)
            : await RenameAsync(session, cancellationToken);
    }

    private static async Task<RenamedEntries> DescribeAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(CatalogMergeSql.CompareTracks, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogMergeSql.KeepWhatIsReplaced, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogMergeSql.ObserveTracks, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogMergeSql.DescribeTracks, cancellationToken, session.UserId, session.ImportId);
        await session.ExecuteAsync(CatalogMergeSql.TouchMonthsOfMoved, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogMergeSql.DescribeOtherItems, cancellationToken, session.UserId, session.ImportId);
        return await RenameAsync(session, cancellationToken);
    }

    private static async Task<RenamedEntries> RenameAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(CatalogMergeSql.RenameArtists, cancellationToken, session.UserId);
        await session.ExecuteAsync(CatalogMergeSql.RenameAlbums, cancellationToken, session.UserId);
        var artists = await session.NumbersAsync(CatalogMergeSql.RenamedArtists, cancellationToken);
        var albums = await session.NumbersAsync(CatalogMergeSql.RenamedAlbums, cancellationToken);
        artists.AddRange(await session.NumbersAsync(CatalogMergeSql.ClaimArtists, cancellationToken, session.UserId, session.ImportId));
        albums.AddRange(await session.NumbersAsync(CatalogMergeSql.ClaimAlbums, cancellationToken, session.UserId, session.ImportId));
        return new RenamedEntries(artists, albums, await session.NumbersAsync(CatalogMergeSql.RenamedTracks, cancellationToken));
    }
}

/// <summary>
/// Entries of a listener's catalogue that have other names than before or from another source, or are gone, by their numbers.
/// </summary>
internal sealed record RenamedEntries(IReadOnlyList<int> Artists, IReadOnlyList<int> Albums, IReadOnlyList<int> Tracks);
