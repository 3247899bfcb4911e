using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Sync.History;
using static Personalify.Api.Sync.SyncJobRows;

namespace Personalify.Api.Sync;

/// <summary>
/// How runs end: with a row that waits for the history, and with the times at which their parts are due again, in one transaction.
/// </summary>
public sealed class SyncEnds(NpgsqlDataSource main, SyncChanges changes, TimeProvider time, IOptions<SyncOptions> options)
{
    /// <summary>
    /// A run that kills its process again and again is not followed by another one; its parts are due at their usual time.
    /// </summary>
    private const int MostInterruptions = 3;

    private const string Finish =
        """
        UPDATE sync_jobs SET status = 'FINISHED', outcome = $4, done = $5, finished_at = $6, lease_until = NULL, part = NULL, fetched = 0
        WHERE user_id = $1 AND id = $2 AND attempts = $3 AND status = 'RUNNING'
        """;

    private const string Due =
        """
        INSERT INTO sync_parts (user_id, part, last_run_at, last_status, due_at)
        SELECT $1, part, $2, status, due FROM unnest($3::text[], $4::text[], $5::timestamptz[]) AS run (part, status, due)
        ON CONFLICT (user_id, part)
        DO UPDATE SET last_run_at = excluded.last_run_at, last_status = excluded.last_status, due_at = excluded.due_at
        """;

    private const string Follow =
        """
        INSERT INTO sync_jobs (user_id, id, spotify_id, trigger, status, wanted, requested_at, interruptions)
        VALUES ($1, $2, $3, $4, 'QUEUED', $5, $6, $7)
        """;

    private const string Record =
        """
        INSERT INTO sync_jobs (user_id, id, spotify_id, trigger, status, outcome, wanted, done, tops, requested_at, started_at, finished_at)
        SELECT $1, $2, spotify_id, $4, 'FINISHED', 'COMPLETED', $5, $6, $7, $8, $8, $9 FROM spotify_connections
        WHERE user_id = $1 AND spotify_id = $3 FOR KEY SHARE
        """;

    /// <summary>False when the run is no longer this process's, because the listener has disconnected or another process has it.</summary>
    /// <param name="job">The run.</param>
    /// <param name="done">The reports of all its parts.</param>
    /// <param name="notBefore">Until when Spotify asks to leave parts alone.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> FinishAsync(
        SyncJob job, IReadOnlyList<SyncPartReport> done, IReadOnlyDictionary<SyncPart, DateTimeOffset> notBefore,
        CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await EndAsync(connection, job, SyncOutcome.Of(done), done, cancellationToken)) return false;
        await SetDueAsync(connection, job.UserId, done, notBefore, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await changes.TellAsync(job.UserId);
        return true;
    }

    /// <summary>
    /// Ends a run whose process was killed with the parts that it had, and queues another one for those that are missing.
    /// </summary>
    public async Task InterruptAsync(SyncJob job, CancellationToken cancellationToken)
    {
        SyncPartReport[] missing = [.. job.Missing.Select(part => SyncSentences.Interrupted(part, part == job.Part ? job.Fetched : 0))];
        SyncPartReport[] done = [.. job.Done, .. missing];
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await EndAsync(connection, job, SyncRunStatus.Interrupted, done, cancellationToken)) return;
        var isGivenUp = job.Interruptions + 1 >= MostInterruptions || missing.Length == 0;
        await SetDueAsync(
            connection, job.UserId, isGivenUp ? done : job.Done, new Dictionary<SyncPart, DateTimeOffset>(), cancellationToken);
        if (!isGivenUp) await FollowAsync(connection, job, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await changes.TellAsync(job.UserId);
    }

    /// <summary>
    /// A run that fetched one thing at once, without a place in the queue; nothing when the listener is no longer connected.
    /// </summary>
    public async Task RecordAsync(SyncRun run, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Record).With(
            run.UserId, run.Id, run.SpotifyId, Word(run.Trigger), Names(run.Parts.Select(part => part.Part)), Json(run.Parts),
            Json(run.Tops), run.StartedAt, run.FinishedAt);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> EndAsync(
        NpgsqlConnection connection, SyncJob job, SyncRunStatus outcome, IEnumerable<SyncPartReport> done,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Finish, connection).With(
            job.UserId, job.Id, job.Attempt, Word(outcome), Json(done), time.GetUtcNow());
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private async Task FollowAsync(NpgsqlConnection connection, SyncJob job, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = new NpgsqlCommand(Follow, connection).With(
            job.UserId, Guid.CreateVersion7(now), job.SpotifyId, Word(job.Trigger), Names(job.Missing), now, job.Interruptions + 1);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task SetDueAsync(
        NpgsqlConnection connection, int userId, IReadOnlyList<SyncPartReport> done,
        IReadOnlyDictionary<SyncPart, DateTimeOffset> notBefore, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = new NpgsqlCommand(Due, connection).With(
            userId, now, done.Select(report => report.Part.ToString()).ToArray(), done.Select(report => Word(report.Status)).ToArray(),
            done.Select(report => SyncDue.After(report, now, notBefore, options.Value)).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
