using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Hosting;
using Personalify.Api.Imports;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>
/// Hands finished runs to the history. A run stays in <c>sync_jobs</c> until the history has it, so a history that is away gets it when it
/// is back. The row is locked meanwhile: a wipe of the listener's data waits for it, and nothing is handed over afterwards.
/// </summary>
public sealed class SyncOutbox(
    NpgsqlDataSource main, IServiceProvider services, TimeProvider time, IOptions<SyncOptions> options, ILogger<SyncOutbox> log)
{
    private const string Next =
        $"""
        SELECT {SyncJobRows.Columns} FROM sync_jobs
        WHERE status = 'FINISHED' AND kept_at IS NULL
        ORDER BY finished_at LIMIT 1 FOR UPDATE SKIP LOCKED
        """;

    private const string Keep = "UPDATE sync_jobs SET kept_at = $3, tops = '[]' WHERE user_id = $1 AND id = $2";

    private const string Remove = "DELETE FROM sync_jobs WHERE status = 'FINISHED' AND kept_at < $1 AND finished_at < $1";

    private bool _isAway;

    /// <summary>Hands over all that waits; ends without failing when the history is away.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The store is asked for here because it may not be configured, and nothing of a run must depend on that.
            if (services.GetService<ISyncHistory>() is not { } history) return;
            while (await DeliverNextAsync(history, cancellationToken)) _isAway = false;
        }
        catch (SyncHistoryUnavailableException away)
        {
            if (!_isAway) log.SyncHistoryAway(away.Message);
            _isAway = true;
        }
    }

    /// <summary>Removes runs that the history has and that have been shown long enough.</summary>
    public async Task RemoveKeptAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Remove).With(time.GetUtcNow() - options.Value.KeepFinished);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> DeliverNextAsync(ISyncHistory history, CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await FindNextAsync(connection, cancellationToken) is not { } job) return false;
        await history.AppendAsync(job.ToRun(), cancellationToken);
        foreach (var lists in job.Tops)
            await history.SaveCurrentAsync(new CurrentTops(job.UserId, job.SpotifyId, job.Id, job.FinishedAt!.Value, lists),
                cancellationToken);
        await using var keep = new NpgsqlCommand(Keep, connection).With(job.UserId, job.Id, time.GetUtcNow());
        await keep.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<SyncJob?> FindNextAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Next, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? SyncJobRows.Read(reader) : null;
    }
}
