using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Imports;
using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.History;

/// <summary>The history in the main store, as JSON, where no MongoDB is configured.</summary>
internal sealed class PostgresSyncHistory(NpgsqlDataSource main, TimeProvider time, SyncHistoryOptions options) : ISyncHistory
{
    private const string CurrentColumns = "user_id, spotify_id, run_id, synced_at, lists";
    private const string RunColumns = "run_id, user_id, spotify_id, started_at, finished_at, status, trigger, parts, tops";

    private const string SaveCurrent =
        """
        INSERT INTO user_syncs (user_id, spotify_id, time_range, run_id, synced_at, lists) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (user_id, spotify_id, time_range) DO UPDATE
        SET run_id = excluded.run_id, synced_at = excluded.synced_at, lists = excluded.lists
        WHERE user_syncs.run_id <= excluded.run_id
        """;

    private const string Append =
        """
        INSERT INTO sync_runs (run_id, user_id, spotify_id, started_at, finished_at, status, trigger, parts, tops, has_tops)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (user_id, run_id) DO NOTHING
        """;

    public string StoreName => "PostgreSQL";

    public Task SaveCurrentAsync(CurrentTops tops, CancellationToken cancellationToken)
    {
        var kept = SyncHistoryBounds.Bounded(tops);
        return ExecuteAsync(
            SaveCurrent, cancellationToken, kept.UserId, kept.SpotifyId, SyncHistoryJson.Word(kept.Lists.TimeRange), kept.RunId,
                kept.SyncedAt,
            Json(kept.Lists, SyncHistoryJson.Default.TopLists));
    }

    public async Task<CurrentTops?> FindCurrentAsync(int userId, string spotifyId, TimeRange timeRange,
        CancellationToken cancellationToken) =>
        await ReadAsync(
            $"SELECT {CurrentColumns} FROM user_syncs WHERE user_id = $1 AND spotify_id = $2 AND time_range = $3", ReadCurrent,
            cancellationToken, userId, spotifyId, SyncHistoryJson.Word(timeRange)) is [var found] ? found : null;

    public Task<IReadOnlyList<CurrentTops>> ListCurrentAsync(int userId, CancellationToken cancellationToken) => ReadAsync(
        $"SELECT {CurrentColumns} FROM user_syncs WHERE user_id = $1 ORDER BY spotify_id, time_range", ReadCurrent,
        cancellationToken, userId);

    public Task AppendAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var kept = SyncHistoryBounds.Bounded(run);
        return ExecuteAsync(
            Append, cancellationToken, kept.Id, kept.UserId, kept.SpotifyId, kept.StartedAt, kept.FinishedAt,
                SyncHistoryJson.Word(kept.Status),
            SyncHistoryJson.Word(kept.Trigger), Json(kept.Parts, SyncHistoryJson.Default.IReadOnlyListSyncPartReport),
            Json(kept.Tops, SyncHistoryJson.Default.IReadOnlyListTopLists), kept.Tops.Count > 0);
    }

    public async Task<SyncRun?> FindAsync(int userId, Guid runId, CancellationToken cancellationToken) =>
        await ReadAsync($"SELECT {RunColumns} FROM sync_runs WHERE user_id = $1 AND run_id = $2", ReadRun, cancellationToken, userId, runId)
            is [var found] ? found : null;

    public async Task<IReadOnlyList<SyncRun>> ListAsync(
        int userId, Guid? olderThan, Guid? newerThan, int count, bool nearestToNewer, CancellationToken cancellationToken,
            bool onlyWithTops = false)
    {
        var (order, tops) = (nearestToNewer ? "ASC" : "DESC", onlyWithTops ? "AND has_tops" : "");
        var sql =
            $"""
            SELECT {RunColumns} FROM sync_runs WHERE user_id = $1 AND run_id < $2 AND run_id > $3 {tops}
            ORDER BY run_id {order} LIMIT $4
            """;
        var runs = await ReadAsync(
            sql, ReadRun, cancellationToken, userId, olderThan ?? Guid.AllBitsSet, newerThan ?? Guid.Empty, count);
        return nearestToNewer ? [.. runs.Reverse()] : runs;
    }

    public async Task<int> CountAsync(int userId, CancellationToken cancellationToken, bool onlyWithTops = false)
    {
        var sql = $"SELECT count(*)::int FROM sync_runs WHERE user_id = $1 {(onlyWithTops ? "AND has_tops" : "")}";
        return (await ReadAsync(sql, row => row.GetInt32(0), cancellationToken, userId))[0];
    }

    public async Task ForgetAsync(int userId, CancellationToken cancellationToken)
    {
        await ExecuteAsync("DELETE FROM user_syncs WHERE user_id = $1", cancellationToken, userId);
        await ExecuteAsync("DELETE FROM sync_runs WHERE user_id = $1", cancellationToken, userId);
    }

    /// <summary>Listener by listener, as everything else touches the rows of one.</summary>
    public async Task MaintainAsync(CancellationToken cancellationToken)
    {
        if (options.Keep is not { } keep) return;
        foreach (var userId in await ReadAsync("SELECT id FROM users ORDER BY id", row => row.GetInt32(0), cancellationToken))
        {
            await ExecuteAsync(
                "DELETE FROM sync_runs WHERE user_id = $1 AND finished_at < $2", cancellationToken, userId, time.GetUtcNow() - keep);
        }
    }

    public async Task<bool> PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync("SELECT 1", row => row.GetInt32(0), cancellationToken) is [1];
        }
        catch (SyncHistoryUnavailableException)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values) =>
        await ReadAsync(sql, _ => 0, cancellationToken, values);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        try
        {
            await using var command = main.CreateCommand(sql).With(values);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var found = new List<T>();
            while (await reader.ReadAsync(cancellationToken)) found.Add(read(reader));
            return found;
        }
        catch (NpgsqlException failure) when (IsAway(failure))
        {
            throw new SyncHistoryUnavailableException(
                "PostgreSQL, which keeps the sync history, does not answer. Try again; if it stays so, the server's health page names "
                + "the store.",
                failure);
        }
    }

    /// <summary>No connection, no answer in time, or a server that is shutting down, starting or out of connections.</summary>
    private static bool IsAway(NpgsqlException failure) => failure is not PostgresException refusal
        || refusal.SqlState is ['5', '7', 'P', ..] or ['0', '8', ..] or ['5', '3', ..]
            || refusal.SqlState == PostgresErrorCodes.InvalidCatalogName;

    private static NpgsqlParameter Json<T>(T value, JsonTypeInfo<T> type) =>
        new() { Value = JsonSerializer.Serialize(value, type), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static CurrentTops ReadCurrent(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetGuid(2), row.GetFieldValue<DateTimeOffset>(3),
        JsonSerializer.Deserialize(row.GetString(4), SyncHistoryJson.Default.TopLists)!);

    private static SyncRun ReadRun(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        UserId = row.GetInt32(1),
        SpotifyId = row.GetString(2),
        StartedAt = row.GetFieldValue<DateTimeOffset>(3),
        FinishedAt = row.GetFieldValue<DateTimeOffset>(4),
        Status = SyncHistoryJson.Value<SyncRunStatus>(row.GetString(5)),
        Trigger = SyncHistoryJson.Value<SyncTrigger>(row.GetString(6)),
        Parts = JsonSerializer.Deserialize(row.GetString(7), SyncHistoryJson.Default.IReadOnlyListSyncPartReport)!,
        Tops = JsonSerializer.Deserialize(row.GetString(8), SyncHistoryJson.Default.IReadOnlyListTopLists)!,
    };
}
