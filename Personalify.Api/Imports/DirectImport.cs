using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Imports.Reading;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// Runs an import of files that lie on this machine, at once and in this process: for the command line, whether a server runs or not. It
/// takes
/// its turn with the user's other imports like any of them.
/// </summary>
internal sealed class DirectImport(
    NpgsqlDataSource main, ImportQueue queue, ImportPipeline pipeline, UploadFolder folder, TimeProvider time, IOptions<ImportOptions> options)
{
    private static readonly TimeSpan TurnInterval = TimeSpan.FromMilliseconds(200);

    /// <exception cref="ImportRejectedException">The files cannot be imported; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(int userId, IReadOnlyList<string> paths, bool preview, CancellationToken cancellationToken)
    {
        var files = paths.Select(path => new ImportFile(ImportArchive.CleanName(path), new FileInfo(path).Length)).ToList();
        var uploaded = paths.Zip(files, (path, file) => new UploadedFile(path, file.Name)).ToList();
        var import = await TakeTurnAsync(userId, files, preview, cancellationToken);
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heartbeat = new ImportHeartbeat(queue, import, time, options, run);
        try
        {
            return await heartbeat.WhileAsync(token => pipeline.RunAsync(import, uploaded, heartbeat, token));
        }
        catch (Exception failure)
        {
            var error = failure is ImportRejectedException ? failure.Message : "The command that ran this import did not finish; nothing was written. Run it again.";
            var isOwn = await queue.FailAsync(import, error, CancellationToken.None);
            if (isOwn || failure is not OperationCanceledException || cancellationToken.IsCancellationRequested) throw;
            throw new ImportRejectedException(
                "While it ran, the import was cancelled on the dashboard or taken over by another "
                + "process, so this command wrote nothing of it.", failure);
        }
    }

    private async Task<ClaimedImport> TakeTurnAsync(int userId, List<ImportFile> files, bool preview, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryStartAsync(userId, files, preview, cancellationToken) is { } import) return import;
            await ReleaseCrashedAsync(userId, cancellationToken);
            await Task.Delay(TurnInterval, time, cancellationToken);
        }
    }

    private async Task<ClaimedImport?> TryStartAsync(int userId, List<ImportFile> files, bool preview, CancellationToken cancellationToken)
    {
        var (now, json) = (time.GetUtcNow(), JsonSerializer.Serialize(files, ImportJson.Default.ListImportFile));
        await using var command = main.CreateCommand(
            """
            INSERT INTO imports (user_id, status, is_preview, files, created_at, started_at, lease_until, attempts)
            SELECT $1, 'RUNNING', $2, $3, $4, $4, $5, 1
            WHERE NOT EXISTS (SELECT FROM imports WHERE user_id = $1 AND lease_until IS NOT NULL)
            ON CONFLICT (user_id) WHERE lease_until IS NOT NULL DO NOTHING
            RETURNING id
            """).With(userId, preview, new NpgsqlParameter { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb }, now, now + options.Value.Lease);
        return await command.ExecuteScalarAsync(cancellationToken) is int id ? new ClaimedImport(id, userId, preview, IsUndo: false, Attempt: 1, files) : null;
    }

    /// <summary>
    /// A run whose process has died holds the user's turn until a server takes it up, and there may be none. One with uploaded files is
    /// put back
    /// for the server; one of a command has nobody to go on with it.
    /// </summary>
    private async Task ReleaseCrashedAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            "SELECT id, is_preview, status = 'UNDOING', attempts FROM imports WHERE user_id = $1 AND lease_until < $2").With(userId, time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return;
        var crashed = new ClaimedImport(reader.GetInt32(0), userId, reader.GetBoolean(1), reader.GetBoolean(2), reader.GetInt32(3), []);
        if (crashed.IsUndo || folder.Exists(crashed.Id)) await queue.ReleaseAsync(crashed, cancellationToken);
        else await queue.FailAsync(crashed, "The command that ran this import was interrupted; nothing was written. Run it again.", cancellationToken);
    }
}
