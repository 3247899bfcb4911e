using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Sync.History;
using static Personalify.Api.Sync.SyncJobRows;

namespace Personalify.Api.Sync;

/// <summary>
/// Hands out runs to the processes that work on them. The queue is the table <c>sync_jobs</c>: the first process that asks claims what
/// waits, and a unique index keeps a listener to one run at a time, so that no listener waits in it twice. Listeners who ask for a run come
/// before those whose parts are due.
/// </summary>
public sealed class SyncQueue(NpgsqlDataSource main, SyncChanges changes, TimeProvider time, IOptions<SyncOptions> options) : IDisposable
{
    /// <summary>It holds the connection until the run is written: a wipe ends that first, so it finds every run.</summary>
    private const string Queue =
        $"""
        INSERT INTO sync_jobs (user_id, id, spotify_id, trigger, status, wanted, requested_at)
        SELECT $1, $2, spotify_id, $3, 'QUEUED', $4, $5 FROM spotify_connections WHERE user_id = $1 AND status = 'ACTIVE' FOR KEY SHARE
        ON CONFLICT (user_id) WHERE status <> 'FINISHED' DO UPDATE SET
            wanted = CASE WHEN sync_jobs.status = 'QUEUED' THEN ARRAY(SELECT DISTINCT unnest(sync_jobs.wanted || excluded.wanted))
                ELSE sync_jobs.wanted END,
            trigger = CASE WHEN sync_jobs.status = 'QUEUED' AND excluded.trigger = 'LISTENER' THEN 'LISTENER' ELSE sync_jobs.trigger END
        RETURNING {Columns}
        """;

    private const string Claim =
        $"""
        WITH next AS (
            SELECT user_id, id, status FROM sync_jobs
            WHERE status <> 'FINISHED' AND (lease_until IS NULL OR lease_until < $1)
            ORDER BY trigger <> 'LISTENER', requested_at, id
            LIMIT 1
            FOR UPDATE SKIP LOCKED
        )
        UPDATE sync_jobs SET status = 'RUNNING', started_at = coalesce(started_at, $1), lease_until = $2, attempts = attempts + 1
        FROM next
        WHERE sync_jobs.user_id = next.user_id AND sync_jobs.id = next.id
        RETURNING {Columns}, next.status = 'RUNNING'
        """;

    private const string IsOwn = "WHERE user_id = $1 AND id = $2 AND attempts = $3 AND status = 'RUNNING'";
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

    /// <summary>
    /// The run that now waits, or the one that is there already: parts are added to one that waits, and one at work stays as it is. Null
    /// when the listener is not connected.
    /// </summary>
    public async Task<SyncJob?> QueueAsync(
        int userId, SyncTrigger trigger, IEnumerable<SyncPart> parts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = main.CreateCommand(Queue).With(userId, Guid.CreateVersion7(now), Word(trigger), Names(parts), now);
        var job = await ReadAsync(command, cancellationToken);
        if (job is not null) await changes.TellAsync(userId);
        Signal();
        return job;
    }

    /// <summary>The next run, and whether the process that worked on it before was killed; null when none waits.</summary>
    public async Task<ClaimedSync?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Claim).With(time.GetUtcNow(), LeaseEnd());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new ClaimedSync(Read(reader), reader.GetBoolean(15)) : null;
    }

    /// <summary>Renews the lease and shows how far it is; false when the run is no longer this process's.</summary>
    public Task<bool> RenewAsync(SyncJob job, SyncPart? part, int fetched, CancellationToken cancellationToken) => ChangeAsync(
        job, $"UPDATE sync_jobs SET lease_until = $4, part = $5, fetched = $6 {IsOwn}", cancellationToken,
        LeaseEnd(), (object?)part?.ToString() ?? DBNull.Value, fetched);

    /// <summary>Adds the report of a part that has ended, with the lists that it brought.</summary>
    public Task<bool> AddAsync(SyncJob job, SyncPartReport report, IEnumerable<TopLists> tops, CancellationToken cancellationToken) =>
        ChangeAsync(
            job, $"UPDATE sync_jobs SET done = done || $4, tops = tops || $5, part = NULL, fetched = 0 {IsOwn}", cancellationToken,
            Json([report]), Json(tops));

    /// <summary>Puts the run back with the parts that it has, to be gone on with.</summary>
    public Task<bool> ReleaseAsync(SyncJob job, CancellationToken cancellationToken) => ChangeAsync(
        job, $"UPDATE sync_jobs SET status = 'QUEUED', lease_until = NULL, part = NULL, fetched = 0 {IsOwn}", cancellationToken);

    private async Task<bool> ChangeAsync(SyncJob job, string sql, CancellationToken cancellationToken, params object[] more)
    {
        await using var command = main.CreateCommand(sql).With([job.UserId, job.Id, job.Attempt, .. more]);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) return false;
        await changes.TellAsync(job.UserId);
        return true;
    }

    private static async Task<SyncJob?> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    private DateTimeOffset LeaseEnd() => time.GetUtcNow() + options.Value.Lease;
}

/// <summary>A run that this process has taken on.</summary>
/// <param name="Job">As it was claimed.</param>
/// <param name="WasKilled">Whether another process had it and its lease ran out.</param>
public sealed record ClaimedSync(SyncJob Job, bool WasKilled);
