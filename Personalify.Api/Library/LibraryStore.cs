using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Access.Connections;
using Personalify.Api.Data;
using Personalify.Api.Imports;

namespace Personalify.Api.Library;

/// <summary>The tables <c>library_lists</c> and <c>library_items</c>: each list as it was when it was last read completely.</summary>
public sealed class LibraryStore(NpgsqlDataSource main, TimeProvider clock)
{
    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>
    /// Puts a list, the newest entry first, in the place of the one before; all of it or nothing. Nothing is written for an account that
    /// has been disconnected meanwhile.
    /// </summary>
    /// <returns>How many entries are kept, new and gone.</returns>
    public async Task<(int Kept, int Added, int Removed)> SaveAsync(
        SpotifyConnection connection, LibraryKind kind, IEnumerable<LibraryRow> rows, int leftOut, CancellationToken cancellationToken)
    {
        var placed = Placed([.. rows.DistinctBy(row => row.ItemKey, StringComparer.Ordinal)]);
        await using var session = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await session.BeginTransactionAsync(cancellationToken);
        if (!await KeepListAsync(session, connection, kind, placed.Count, leftOut, cancellationToken)) return (0, 0, 0);
        await using var swap = new NpgsqlCommand(LibrarySql.Swap, session).With(connection.UserId, kind.Key(), AsJson(placed));
        var (added, removed) = await CountsAsync(swap, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (placed.Count, added, removed);
    }

    public async Task<IReadOnlyDictionary<LibraryKind, LibraryList>> FindListsAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(LibrarySql.Lists).With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var kinds = LibraryKinds.All.ToDictionary(kind => kind.Key());
        var lists = new Dictionary<LibraryKind, LibraryList>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var kind = kinds[reader.GetString(0)];
            lists[kind] = new LibraryList
            {
                Kind = kind, Entries = reader.GetInt32(1), LeftOut = reader.GetInt32(2), SyncedAt = reader.GetFieldValue<DateTimeOffset>(3),
            };
        }

        return lists;
    }

    public async ValueTask<int> CountAsync(int userId, LibraryKind kind, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(LibrarySql.Count).With(userId, kind.Key());
        return await command.ExecuteScalarAsync(cancellationToken) is int total ? total : 0;
    }

    /// <summary>A page of a list, the newest entry first.</summary>
    /// <param name="make">An entry of a row with <see cref="LibrarySql.Columns"/>.</param>
    internal async Task<Connection<T>> GetPageAsync<T>(
        int userId, LibraryKind kind, PagingArguments paging, Func<NpgsqlDataReader, T> make, CancellationToken cancellationToken)
        where T : LibraryEntry
    {
        var page = new KeysetPage(paging);
        var (after, before) = (IdCursor.Parse(paging.After, "after"), IdCursor.Parse(paging.Before, "before"));
        await using var command = main.CreateCommand(LibrarySql.Page(page.IsBackward))
            .With(userId, kind.Key(), after ?? int.MaxValue, before ?? -1, page.RowsToRead);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(make(reader));
        return page.Of(rows, entry => IdCursor.Of(entry.Place)) with { CountAsync = token => CountAsync(userId, kind, token) };
    }

    /// <summary>False when the account is not connected any more; then nothing of the list may be written.</summary>
    internal async Task<bool> KeepListAsync(
        NpgsqlConnection session, SpotifyConnection connection, LibraryKind kind, int total, int leftOut,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LibrarySql.KeepList, session)
            .With(connection.UserId, kind.Key(), total, leftOut, clock.GetUtcNow(), connection.AccountId);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    internal static NpgsqlParameter AsJson<T>(IReadOnlyList<T> rows) =>
        new() { Value = JsonSerializer.Serialize(rows, Json), NpgsqlDbType = NpgsqlDbType.Jsonb };

    internal static async Task<(int Added, int Removed)> CountsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    // Counted from the oldest, so that one more on top changes no row.
    private static List<PlacedRow> Placed(List<LibraryRow> rows) =>
        [.. rows.Select((row, index) => new PlacedRow(row) { Place = rows.Count - 1 - index })];
}
