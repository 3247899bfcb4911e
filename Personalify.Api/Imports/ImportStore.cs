using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// The rows of <c>imports</c> that are uploads. A listener's import is asked for by its number among their own. A change of status names
/// the statuses it may follow, so of two requests at once one finds that it came too late.
/// </summary>
public sealed class ImportStore(NpgsqlDataSource main, TimeProvider time)
{
    private const string Columns =
        "id, number, user_id, status, is_preview, files, created_at, started_at, finished_at, progress, report, error";

    public Task<Import?> FindAsync(int userId, int number, CancellationToken cancellationToken) =>
        FirstAsync(
            $"SELECT {Columns} FROM imports WHERE number = $1 AND user_id = $2 AND kind = 'FILES'", cancellationToken, number, userId);

    /// <summary>Newest first, or oldest first from behind.</summary>
    public async Task<IReadOnlyList<Import>> ListAsync(
        int userId, int? olderThan, int? newerThan, int count, bool newestFirst, CancellationToken cancellationToken)
    {
        var order = newestFirst ? "DESC" : "ASC";
        var sql =
            $"""
            SELECT {Columns} FROM imports WHERE user_id = $1 AND kind = 'FILES' AND number < $2 AND number > $3
            ORDER BY number {order} LIMIT $4
            """;
        return await ListAsync(sql, cancellationToken, userId, olderThan ?? int.MaxValue, newerThan ?? 0, count);
    }

    /// <summary>How many imports a listener has.</summary>
    public async ValueTask<int> CountAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            "SELECT count(*)::int FROM imports WHERE user_id = $1 AND kind = 'FILES'").With(userId);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Makes an import of the first file, which has arrived whole; null when the user has too many that wait.</summary>
    public Task<Import?> CreateAsync(int userId, ImportFile file, int maxUnstarted, CancellationToken cancellationToken) => FirstAsync(
        $"""
        INSERT INTO imports (user_id, status, files, created_at)
        SELECT $1, 'UPLOADED', $2, $3
        WHERE (SELECT count(*) FROM imports WHERE user_id = $1 AND status = 'UPLOADED') < $4
        RETURNING {Columns}
        """,
        cancellationToken, userId, Json(file), time.GetUtcNow(), maxUnstarted);

    /// <summary>Adds a file to an import that waits; null when there is no such import or it has no room for the file.</summary>
    public Task<Import?> AddFileAsync(
        int userId, int number, ImportFile file, ImportOptions limits, CancellationToken cancellationToken) => FirstAsync(
        $"""
        UPDATE imports SET files = files || $3
        WHERE number = $1 AND user_id = $2 AND status = 'UPLOADED' AND jsonb_array_length(files) < $4
            AND (SELECT sum((file ->> 'bytes')::bigint) FROM jsonb_array_elements(files) AS file) + $5 <= $6
        RETURNING {Columns}
        """,
        cancellationToken, number, userId, Json(file), limits.MaxFiles, file.Bytes, limits.MaxImportBytes);

    /// <summary>Queues an import that waits or was looked at; null when it cannot be started.</summary>
    public Task<Import?> StartAsync(int userId, int number, bool preview, CancellationToken cancellationToken) => FirstAsync(
        $"""
        UPDATE imports SET status = 'QUEUED', is_preview = $3, report = NULL, error = NULL, progress = NULL, started_at = NULL, finished_at = NULL, attempts = 0
        WHERE number = $1 AND user_id = $2 AND (status = 'UPLOADED' OR status = 'COMPLETED' AND is_preview)
        RETURNING {Columns}
        """,
        cancellationToken, number, userId, preview);

    /// <summary>
    /// Removes an import of which nothing was written; null when it cannot be removed. A run of it finds its row gone and ends without
    /// writing, since it writes only together with its row. Where the run is just completing, this waits and finds the import completed.
    /// </summary>
    public Task<Import?> CancelAsync(int userId, int number, CancellationToken cancellationToken) => FirstAsync(
        $"""
        DELETE FROM imports
        WHERE number = $1 AND user_id = $2 AND (status IN ('UPLOADED', 'QUEUED', 'RUNNING') OR status = 'COMPLETED' AND is_preview)
        RETURNING {Columns}
        """,
        cancellationToken, number, userId);

    /// <summary>Queues the undoing of a completed import; null when there is nothing to undo.</summary>
    public Task<Import?> UndoAsync(int userId, int number, CancellationToken cancellationToken) => FirstAsync(
        $"""
        UPDATE imports SET status = 'UNDOING', error = NULL, attempts = 0
        WHERE number = $1 AND user_id = $2 AND kind = 'FILES' AND status = 'COMPLETED' AND NOT is_preview
        RETURNING {Columns}
        """,
        cancellationToken, number, userId);

    /// <summary>Removes what was uploaded or looked at and then forgotten.</summary>
    public Task<IReadOnlyList<Import>> RemoveForgottenAsync(DateTimeOffset before, CancellationToken cancellationToken) => ListAsync(
        $"""
        DELETE FROM imports
        WHERE status = 'UPLOADED' AND created_at < $1 OR status = 'COMPLETED' AND is_preview AND finished_at < $1
        RETURNING {Columns}
        """,
        cancellationToken, before);

    /// <summary>Which of these imports still need their files.</summary>
    public async Task<IReadOnlyList<int>> FindOpenAsync(IReadOnlyList<int> importIds, CancellationToken cancellationToken) =>
        [.. (await ListAsync(
            $"""
            SELECT {Columns} FROM imports
            WHERE id = ANY ($1) AND (status IN ('UPLOADED', 'QUEUED', 'RUNNING') OR status = 'COMPLETED' AND is_preview)
            """,
            cancellationToken, importIds.ToArray())).Select(import => import.Id)];

    private async Task<Import?> FirstAsync(string sql, CancellationToken cancellationToken, params object[] parameters) =>
        await ListAsync(sql, cancellationToken, parameters) is [var first, ..] ? first : null;

    private async Task<IReadOnlyList<Import>> ListAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = main.CreateCommand(sql).With(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var imports = new List<Import>();
        while (await reader.ReadAsync(cancellationToken)) imports.Add(Read(reader));
        return imports;
    }

    private static NpgsqlParameter Json(ImportFile file) =>
        new() { Value = JsonSerializer.Serialize([file], ImportJson.Default.ListImportFile), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static Import Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt32(0),
        Number = row.GetInt32(1),
        UserId = row.GetInt32(2),
        Status = Enum.Parse<ImportStatus>(row.GetString(3), ignoreCase: true),
        IsPreview = row.GetBoolean(4),
        Files = JsonSerializer.Deserialize(row.GetString(5), ImportJson.Default.ListImportFile)!,
        CreatedAt = row.GetFieldValue<DateTimeOffset>(6),
        StartedAt = row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
        FinishedAt = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        Progress = row.IsDBNull(9) ? null : JsonSerializer.Deserialize(row.GetString(9), ImportJson.Default.ImportProgress),
        Report = row.IsDBNull(10) ? null : JsonSerializer.Deserialize(row.GetString(10), ImportJson.Default.ImportReport),
        Error = row.IsDBNull(11) ? null : row.GetString(11),
    };
}
