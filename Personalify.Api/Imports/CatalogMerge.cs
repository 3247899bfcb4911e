using Npgsql;
using Personalify.Api.Catalog;
using Personalify.Api.Imports.Staging;
using Personalify.Api.Listening;

namespace Personalify.Api.Imports;

/// <summary>
/// Brings artists, albums and tracks of an import into the catalogue, before its plays and in transactions of their own: they belong to
/// everybody, so nobody may hold them for long. Rows are inserted in the order of their keys, so two imports never wait for each other in
/// a circle.
/// </summary>
internal sealed class CatalogMerge(PlayMonthsStore months, CatalogCache cache)
{
    public async Task RunAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(CatalogMergeSql.InsertArtists, cancellationToken);
        await session.ExecuteAsync(CatalogMergeSql.InsertAlbums, cancellationToken);
        await session.ExecuteAsync(CatalogMergeSql.InsertTracks, cancellationToken);
        await session.ExecuteAsync(StagingTables.FindTracks, cancellationToken);
        await AdvanceAsync(session, CatalogMergeSql.AdvanceTracks, cancellationToken);
        await session.ExecuteAsync(CatalogMergeSql.InsertOtherItems, cancellationToken);
        await AdvanceAsync(session, CatalogMergeSql.RenameOtherItems, cancellationToken);
        await RenameAsync(session, cancellationToken);
    }

    /// <summary>Locks the rows in the order of their ids before it writes them.</summary>
    private static async Task AdvanceAsync(ImportSession session, (string Lock, string Update) sql, CancellationToken cancellationToken)
    {
        await using var transaction = await session.BeginAsync(cancellationToken);
        await session.ExecuteAsync(sql.Lock, cancellationToken);
        await session.ExecuteAsync(sql.Update, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Gives tracks the newer names. The rollup of every listener of such a track names its artist and album, so while this goes on no
    /// merge may be under way whose plays cannot be seen yet: merges share the lock, this takes it alone.
    /// </summary>
    private async Task RenameAsync(ImportSession session, CancellationToken cancellationToken)
    {
        if (!await session.ScalarAsync<bool>(CatalogMergeSql.AnyRenamed, cancellationToken)) return;
        await using var transaction = await session.BeginAsync(cancellationToken);
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock($1)", cancellationToken, CatalogLock.Key);
        var tracks = await session.ListAsync(CatalogMergeSql.RenameTracks, reader => reader.GetInt32(0), cancellationToken);
        var artists = await session.ListAsync(CatalogMergeSql.RenameArtists, reader => reader.GetInt32(0), cancellationToken);
        var albums = await session.ListAsync(CatalogMergeSql.RenameAlbums, reader => reader.GetInt32(0), cancellationToken);
        await RebuildAsync(session.Connection, tracks, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await cache.ForgetAsync(artists, albums, tracks, cancellationToken);
    }

    private async Task RebuildAsync(NpgsqlConnection connection, List<int> tracks, CancellationToken cancellationToken)
    {
        var touched = new HashSet<PlayMonth>(await months.FindMonthsOfTracksAsync(connection, tracks, cancellationToken));
        foreach (var userId in touched.Select(month => month.UserId).Distinct().ToList())
        {
            touched.UnionWith(await SupersededPlays.RecomputeAsync(connection, userId, TimeSpanOfPlays.All, cancellationToken));
        }
        await months.RebuildAsync(connection, touched, cancellationToken);
    }
}

/// <summary>Held shared by whoever writes plays, alone by whoever changes what tracks are attributed to.</summary>
internal static class CatalogLock
{
    // Any number will do as long as nothing else locks it: the bytes of "catalog".
    public const long Key = 0x636174616C6F67;
}
