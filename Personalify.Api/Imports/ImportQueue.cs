using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Microsoft.Extensions.Options;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>An import that this process has taken on. The attempt tells it from a run of the same import elsewhere.</summary>
public sealed record ClaimedImport(int Id, int UserId, bool IsPreview, bool IsUndo, int Attempt, IReadOnlyList<ImportFile> Files);

/// <summary>
/// Hands out imports to the processes that run them. The queue is the table: an import that waits, or whose process has stopped renewing
/// its
/// lease, is claimed by the first process that asks, and a unique index keeps a user to one at a time. Listeners take turns: next is the
/// one whose last turn is longest ago, with the oldest of what they have waiting, so that many imports of one listener keep no other
/// waiting.
/// </summary>
public sealed class ImportQueue(NpgsqlDataSource main, ImportChanges changes, TimeProvider time, IOptions<ImportOptions> options) : IDisposable
{
    private const string Claim =
        """
        WITH next AS (
            SELECT waiting.id, waiting.user_id
            FROM imports AS waiting
            LEFT JOIN import_turns AS last ON last.user_id = waiting.user_id
            WHERE waiting.status IN ('QUEUED', 'RUNNING', 'UNDOING') AND (waiting.lease_until IS NULL OR waiting.lease_until < $1)
                AND NOT EXISTS (SELECT FROM imports AS other WHERE other.user_id = waiting.user_id AND other.lease_until IS NOT NULL AND other.id <> waiting.id)
            ORDER BY last.turn NULLS FIRST, waiting.created_at, waiting.id
            LIMIT 1
            FOR UPDATE OF waiting SKIP LOCKED
        ), taken AS (
            INSERT INTO import_turns (user_id, turn) SELECT user_id, nextval('import_turn') FROM next
            ON CONFLICT (user_id) DO UPDATE SET turn = excluded.turn
        )
        UPDATE imports SET status = CASE WHEN status = 'UNDOING' THEN status ELSE 'RUNNING' END,
            started_at = CASE WHEN status = 'UNDOING' THEN started_at ELSE $1 END, lease_until = $2, attempts = attempts + 1
        FROM next
        WHERE imports.id = next.id
        RETURNING imports.id, imports.user_id, is_preview, status = 'UNDOING', attempts, files
        """;

    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly Lock _lock = new();

    /// <summary>Tells the worker of this process that there is something to do; other processes notice when they next look.</summary>
    public void Signal()
    {
        lock (_lock)
        {
            if (_signal.CurrentCount == 0) _signal.Release();
        }
    }

    public void Dispose() => _signal.Dispose();

    /// <summary>Waits for a signal or for the time to look anyway.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(options.Value.PollInterval, cancellationToken);

    /// <summary>The next import to run, or null.</summary>
    public async Task<ClaimedImport?> ClaimAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await TryClaimAsync(cancellationToken);
            }
            catch (PostgresException conflict) when (conflict.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                // Another process has just taken on another import of the same user. Its claim can be seen by now, and others may wait.
            }
        }
    }

    /// <summary>Renews the lease and writes the progress; false when the import is no longer this run's.</summary>
    public Task<bool> RenewAsync(ClaimedImport import, ImportProgress progress, CancellationToken cancellationToken) => ChangeAsync(
        import,
        "UPDATE imports SET lease_until = $3, progress = $4 WHERE id = $1 AND attempts = $2 AND lease_until IS NOT NULL",
        cancellationToken, LeaseEnd(), Json(JsonSerializer.Serialize(progress, ImportJson.Default.ImportProgress)));

    /// <summary>
    /// Whether the import is still this run's: not cancelled, and not taken over by another process. One that the run has just completed
    /// is.
    /// </summary>
    public async Task<bool> IsOwnAsync(ClaimedImport import, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            SELECT EXISTS (
                SELECT FROM imports WHERE id = $1 AND attempts = $2 AND (lease_until IS NOT NULL OR status IN ('COMPLETED', 'UNDONE')))
            """,
            import.Id, import.Attempt);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Puts the import back, to be run again.</summary>
    public Task<bool> ReleaseAsync(ClaimedImport import, CancellationToken cancellationToken) => ChangeAsync(
        import,
        """
        UPDATE imports SET status = CASE WHEN status = 'UNDOING' THEN status ELSE 'QUEUED' END, lease_until = NULL, progress = NULL
        WHERE id = $1 AND attempts = $2 AND lease_until IS NOT NULL
        """,
        cancellationToken);

    /// <summary>Ends the import for good. An undoing that failed leaves the import as completed as it was.</summary>
    public Task<bool> FailAsync(ClaimedImport import, string error, CancellationToken cancellationToken) => ChangeAsync(
        import,
        """
        UPDATE imports SET status = CASE WHEN status = 'UNDOING' THEN 'COMPLETED' ELSE 'FAILED' END, error = $3, finished_at = $4,
            lease_until = NULL, progress = NULL
        WHERE id = $1 AND attempts = $2 AND lease_until IS NOT NULL
        """,
        cancellationToken, error, time.GetUtcNow());

    /// <summary>A run has come to an end that it wrote down itself.</summary>
    public ValueTask EndAsync(ClaimedImport import) => changes.TellAsync(import.Id);

    private async Task<ClaimedImport?> TryClaimAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(Claim, time.GetUtcNow(), LeaseEnd());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    private DateTimeOffset LeaseEnd() => time.GetUtcNow() + options.Value.Lease;

    private async Task<bool> ChangeAsync(ClaimedImport import, string sql, CancellationToken cancellationToken, params object[] more)
    {
        await using var command = Command(sql, [import.Id, import.Attempt, .. more]);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) return false;
        await changes.TellAsync(import.Id);
        return true;
    }

    private NpgsqlCommand Command(string sql, params object[] parameters) => main.CreateCommand(sql).With(parameters);

    internal static NpgsqlParameter Json(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static ClaimedImport Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetInt32(1), row.GetBoolean(2), row.GetBoolean(3), row.GetInt32(4),
        JsonSerializer.Deserialize(row.GetString(5), ImportJson.Default.ListImportFile)!);
}
