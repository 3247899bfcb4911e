using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;

namespace Personalify.Api.Remote.Figures;

/// <summary>
/// The community's figures on node B, kept up with the rows that arrive there from node A. A refresh is one transaction in one snapshot,
/// and one process at a time makes it; whatever ends it before its commit, the next one does the same work.
/// </summary>
public sealed class FiguresStore([FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats, TimeProvider time)
{
    /// <summary>The bytes of "figures".</summary>
    private const long LockKey = 0x66696775726573;

    /// <summary>
    /// A refresh after a first copy of many millions of plays takes minutes; a server that hangs is noticed by its watch.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>Makes the figures of what arrived. False: there was nothing to do, or another process does it.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        if (!await ReadAsync<bool>(connection, FiguresSql.IsWanted, cancellationToken)) return false;
        if (!await ReadAsync<bool>(connection, "SELECT pg_try_advisory_lock($1)", cancellationToken, LockKey)) return false;
        try
        {
            await RefreshAsync(connection, cancellationToken);
            return true;
        }
        finally
        {
            // It is given back before the pool has the connection, which resets it only at its next use. One that broke has let the lock go
            // with it.
            if (connection.FullState == System.Data.ConnectionState.Open)
                await ReadAsync<bool>(connection, "SELECT pg_advisory_unlock($1)", CancellationToken.None, LockKey);
        }
    }

    /// <summary>Whether something has arrived that is not in the figures.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        return await ReadAsync<bool>(connection, FiguresSql.IsWanted, cancellationToken);
    }

    private async Task RefreshAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var (snapshot, isRestart) = await ReadStateAsync(connection, cancellationToken);
        await ExecuteAsync(connection, FiguresSql.Begin, cancellationToken);
        if (isRestart) await ExecuteAsync(connection, FiguresSql.Restart, cancellationToken);
        await CountAsync(connection, isRestart ? null : snapshot, cancellationToken);
        await AddAsync(connection, isRestart ? null : snapshot, cancellationToken);
        await ExecuteAsync(connection, FiguresSql.Finish, cancellationToken, time.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task CountAsync(NpgsqlConnection connection, string? since, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, FiguresSql.CountTracks, cancellationToken, Snapshot(since));
        await ExecuteAsync(connection, FiguresSql.CountDays, cancellationToken, Snapshot(since));
        await ExecuteAsync(connection, FiguresSql.Touch, cancellationToken, Snapshot(since));
        await ExecuteAsync(connection, FiguresSql.Forget, cancellationToken);
        await ExecuteAsync(connection, FiguresSql.FillMembers, cancellationToken);
    }

    private static async Task AddAsync(NpgsqlConnection connection, string? since, CancellationToken cancellationToken)
    {
        var mapsGenres = await ReadAsync<bool>(connection, FiguresSql.AreGenresWanted, cancellationToken, Snapshot(since));
        foreach (var sums in FigureSums.All)
        {
            if (sums.Name == "genres" && mapsGenres) await ExecuteAsync(connection, FiguresSql.MapGenres, cancellationToken);
            await AddAsync(connection, sums, cancellationToken);
        }

        await ExecuteAsync(connection, FiguresSql.AddListeners, cancellationToken);
    }

    private static async Task AddAsync(NpgsqlConnection connection, FigureSums sums, CancellationToken cancellationToken)
    {
        var (members, touched) = await ReadMembersAsync(connection, cancellationToken);
        await ExecuteAsync(connection, "SET LOCAL enable_nestloop = off", cancellationToken);
        await ExecuteAsync(connection, sums.Compare, cancellationToken, members, touched);
        await ExecuteAsync(connection, $"SET LOCAL enable_nestloop = on; {sums.Analyze}", cancellationToken);
        await ExecuteAsync(connection, sums.Add, cancellationToken);
    }

    private static async Task<(int[] Members, int[] Touched)> ReadMembersAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(FiguresSql.Members, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetFieldValue<int[]>(0), reader.GetFieldValue<int[]>(1));
    }

    /// <summary>The snapshot of the last refresh, and whether everything is to be counted anew.</summary>
    private static async Task<(string? Snapshot, bool IsRestart)> ReadStateAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(FiguresSql.State, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0), reader.GetBoolean(1));
    }

    private static NpgsqlParameter Snapshot(string? snapshot) =>
        new() { Value = (object?)snapshot ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };

    private static async Task<T> ReadAsync<T>(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)Limit.TotalSeconds };
        await command.With(values).ExecuteNonQueryAsync(cancellationToken);
    }
}
