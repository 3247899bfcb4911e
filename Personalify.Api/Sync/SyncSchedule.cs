using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>
/// Queues the parts that are due, for listeners whose connection holds and who have no run yet. It asks one small question when no
/// listener is connected, and queues a bounded number of listeners at once, so that many who are due together come one after the other.
/// What was left out is due as soon as the listener has agreed again, because that may have granted it.
/// </summary>
public sealed class SyncSchedule(
    NpgsqlDataSource main, SyncQueue queue, IEnumerable<ISyncPart> parts, TimeProvider time, IOptions<SyncOptions> options)
{
    private const string Due =
        """
        SELECT connected.user_id, array_agg(wanted.part)
        FROM spotify_connections AS connected
        CROSS JOIN unnest($1::text[]) AS wanted (part)
        LEFT JOIN sync_parts AS last ON last.user_id = connected.user_id AND last.part = wanted.part
        WHERE connected.status = 'ACTIVE' AND (last.due_at IS NULL OR last.due_at <= $2
                OR last.last_status = 'SKIPPED' AND last.last_run_at < connected.authorized_at)
            AND NOT EXISTS (SELECT FROM sync_jobs WHERE sync_jobs.user_id = connected.user_id AND status <> 'FINISHED')
        GROUP BY connected.user_id
        ORDER BY min(coalesce(last.due_at, '-infinity')), connected.user_id
        LIMIT $3
        """;

    private readonly string[] _parts = SyncJobRows.Names(parts.Select(part => part.Part));

    /// <summary>How many listeners were queued.</summary>
    public async Task<int> QueueDueAsync(CancellationToken cancellationToken)
    {
        var due = await FindDueAsync(cancellationToken);
        foreach (var (userId, names) in due)
            await queue.QueueAsync(userId, SyncTrigger.Schedule, SyncJobRows.Parts(names), cancellationToken);
        return due.Count;
    }

    private async Task<List<(int UserId, string[] Parts)>> FindDueAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Due).With(_parts, time.GetUtcNow(), options.Value.MaxQueuedAtOnce);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<(int, string[])>();
        while (await reader.ReadAsync(cancellationToken)) due.Add((reader.GetInt32(0), reader.GetFieldValue<string[]>(1)));
        return due;
    }
}
