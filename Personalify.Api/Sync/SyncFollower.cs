using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Personalify.Api.Sync;

/// <summary>
/// Follows a listener's run: its row as it is, then whenever it has changed, until it is finished. Reads when it is told of a change, and
/// at an interval as well, because a change may not be told where processes share no Redis, or while it is away.
/// </summary>
public sealed class SyncFollower(SyncStore store, SyncChanges changes, TimeProvider time, IOptions<SyncOptions> options)
{
    /// <summary>The run that waits or works; where there is none, the last one as it ended, if it is still here.</summary>
    public async IAsyncEnumerable<SyncProgress> FollowAsync(int userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var words = await changes.ListenAsync(userId, cancellationToken);
        var next = words.ReadEventsAsync().GetAsyncEnumerator(cancellationToken);
        Task<bool>? word = null;
        SyncJob? shown = null;
        while (await FindAsync(userId, shown, cancellationToken) is { } job)
        {
            if (!SaysTheSame(job, shown)) yield return SyncProgress.Of(shown = job);
            if (!job.IsOpen) yield break;
            word ??= next.MoveNextAsync().AsTask();
            if (await ComesAsync(word, cancellationToken)) word = null;
        }
    }

    private Task<SyncJob?> FindAsync(int userId, SyncJob? followed, CancellationToken cancellationToken) =>
        followed is null ? store.FindNewestAsync(userId, cancellationToken) : store.FindAsync(userId, followed.Id, cancellationToken);

    private async Task<bool> ComesAsync(Task<bool> word, CancellationToken cancellationToken)
    {
        try
        {
            return await word.WaitAsync(options.Value.PollInterval, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false; // No change was told in time, so the row is read all the same.
        }
    }

    private static bool SaysTheSame(SyncJob job, SyncJob? shown) => shown is not null
        && (job.State, job.Part, job.Fetched, job.Done.Count, job.Wanted.Count)
            == (shown.State, shown.Part, shown.Fetched, shown.Done.Count, shown.Wanted.Count);
}
