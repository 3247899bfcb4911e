using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Data;
using Personalify.Api.Imports;

namespace Personalify.Api.Library;

/// <summary>The tables <c>playlists</c> and <c>playlist_items</c>. Each playlist's entries are as they were when read completely.</summary>
public sealed class PlaylistStore(NpgsqlDataSource main, LibraryStore library, TimeProvider clock)
{
    internal async Task<(int Kept, int Added, int Removed)> SaveAsync(
        SpotifyConnection connection, IEnumerable<PlaylistRow> rows, int leftOut, CancellationToken cancellationToken)
    {
        var distinct = rows.DistinctBy(row => row.SpotifyId, StringComparer.Ordinal).ToList();
        var placed = distinct.Select((row, index) => row with { Place = distinct.Count - 1 - index }).ToList();
        await using var session = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await session.BeginTransactionAsync(cancellationToken);
        if (!await library.KeepListAsync(session, connection, LibraryKind.Playlists, placed.Count, leftOut, cancellationToken))
            return (0, 0, 0);
        await using var swap = new NpgsqlCommand(PlaylistSql.Swap, session).With(connection.UserId, LibraryStore.AsJson(placed));
        var (added, removed) = await LibraryStore.CountsAsync(swap, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (placed.Count, added, removed);
    }

    internal async Task<IReadOnlyList<UnreadPlaylist>> FindUnreadAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(PlaylistSql.Unread).With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var unread = new List<UnreadPlaylist>();
        while (await reader.ReadAsync(cancellationToken))
            unread.Add(new(reader.GetString(0), reader.GetString(1), reader.TextOrNull(2), reader.NumberOrNull(3)));
        return unread;
    }

    /// <summary>
    /// Puts a playlist's entries in the place of those before; all of them or none. None are written for a playlist that was wiped
    /// meanwhile.
    /// </summary>
    internal async Task<(int Added, int Removed)> SaveItemsAsync(
        int userId, UnreadPlaylist playlist, WholeList<LibraryRow> items, CancellationToken cancellationToken)
    {
        var placed = items.Rows.Select((row, index) => new PlacedRow(row) { Place = index }).ToList();
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await KeepStateAsync(connection, userId, playlist, PlaylistItemsState.Kept, placed.Count, items.LeftOut, cancellationToken))
            return (0, 0);
        await using var swap = new NpgsqlCommand(PlaylistSql.SwapItems, connection)
            .With(userId, playlist.SpotifyId, LibraryStore.AsJson(placed));
        var counts = await LibraryStore.CountsAsync(swap, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return counts;
    }

    /// <summary>Spotify refuses the entries of this snapshot; what was kept of an earlier one goes, since it is not so any more.</summary>
    internal async Task HideAsync(int userId, UnreadPlaylist playlist, CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await KeepStateAsync(connection, userId, playlist, PlaylistItemsState.Hidden, 0, 0, cancellationToken);
        await using (var command = new NpgsqlCommand(
            "DELETE FROM playlist_items WHERE user_id = $1 AND playlist_id = $2", connection).With(userId, playlist.SpotifyId))
            await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    internal async Task<PlaylistSummary> SummarizeAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(PlaylistSql.Summary).With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
    }

    public async Task<LibraryPlaylist?> FindAsync(int userId, string spotifyId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(PlaylistSql.One).With(userId, spotifyId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? LibraryPlaylist.Read(reader) : null;
    }

    public async Task<Connection<LibraryPlaylist>> GetPageAsync(int userId, PagingArguments paging, CancellationToken cancellationToken)
    {
        var page = new KeysetPage(paging);
        var (after, before) = (IdCursor.Parse(paging.After, "after"), IdCursor.Parse(paging.Before, "before"));
        await using var command = main.CreateCommand(PlaylistSql.Page(page.IsBackward))
            .With(userId, after ?? int.MaxValue, before ?? -1, page.RowsToRead);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<LibraryPlaylist>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(LibraryPlaylist.Read(reader));
        return page.Of(rows, playlist => IdCursor.Of(playlist.Place)) with
        {
            CountAsync = token => library.CountAsync(userId, LibraryKind.Playlists, token),
        };
    }

    private async Task<bool> KeepStateAsync(
        NpgsqlConnection connection, int userId, UnreadPlaylist playlist, PlaylistItemsState state, int kept, int leftOut,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(PlaylistSql.KeepState, connection).With(
            userId, playlist.SpotifyId, state.Key(), (object?)playlist.SnapshotId ?? DBNull.Value, kept, leftOut, clock.GetUtcNow());
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}

/// <summary>How many playlists a listener has, and of how many the entries cannot be had.</summary>
internal sealed record PlaylistSummary(int Playlists, int NotYours, int Hidden, int LeftOut);
