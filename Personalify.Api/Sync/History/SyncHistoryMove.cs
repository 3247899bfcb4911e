using System.Text.Json;

namespace Personalify.Api.Sync.History;

/// <summary>How much of a listener's history was copied, was there already, and differs afterwards.</summary>
internal sealed record MovedHistory(int Runs, int Copied, int Documents, int Differences)
{
    public static MovedHistory Nothing { get; } = new(0, 0, 0, 0);

    public static MovedHistory operator +(MovedHistory one, MovedHistory other) => new(
        one.Runs + other.Runs, one.Copied + other.Copied, one.Documents + other.Documents, one.Differences + other.Differences);
}

/// <summary>
/// Copies histories from one store to the other, listener by listener and from the oldest run on. What the other store has already is not
/// written again, so a copy that was broken off goes on where it was; and what was written to the other store meanwhile stays.
/// </summary>
/// <param name="from">Where the history is. Nothing is removed there.</param>
/// <param name="to">Where it goes.</param>
/// <param name="oldest">Runs that ended earlier are no longer kept, and not copied.</param>
internal sealed class SyncHistoryMove(ISyncHistory from, ISyncHistory to, DateTimeOffset oldest)
{
    internal const int BatchSize = 100;

    /// <summary>Copies everything of a listener, then reads all of it in both stores and compares.</summary>
    /// <param name="userId">Of the listener.</param>
    /// <param name="tell">Told after each batch how many runs were copied.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<MovedHistory> MoveAsync(int userId, Func<int, Task> tell, CancellationToken cancellationToken)
    {
        var copied = 0;
        await foreach (var (batch, there) in BatchesAsync(userId, cancellationToken))
        {
            foreach (var run in batch.Where(run => !there.ContainsKey(run.Id)))
            {
                await to.AppendAsync(run, cancellationToken);
                copied++;
            }

            await tell(copied);
        }

        var documents = await from.ListCurrentAsync(userId, cancellationToken);
        foreach (var current in documents) await to.SaveCurrentAsync(current, cancellationToken);
        var (runs, differences) = await VerifyAsync(userId, cancellationToken);
        return new MovedHistory(runs, copied, documents.Count, differences + await VerifyAsync(userId, documents, cancellationToken));
    }

    /// <summary>Each batch with what the other store has between its first and its last run.</summary>
    private async IAsyncEnumerable<(IReadOnlyList<SyncRun> Batch, IReadOnlyDictionary<Guid, SyncRun> There)> BatchesAsync(
        int userId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? last = null;
        while (await from.ListAsync(userId, olderThan: null, last, BatchSize, nearestToNewer: true, cancellationToken)
            is [var newest, ..] batch)
        {
            yield return (
                [.. batch.Where(run => run.FinishedAt >= oldest).Reverse()],
                await BetweenAsync(userId, last, newest.Id, cancellationToken));
            last = newest.Id;
        }
    }

    /// <summary>The other store may have more runs there than a batch, when it was written to by another server as well.</summary>
    private async Task<IReadOnlyDictionary<Guid, SyncRun>> BetweenAsync(
        int userId, Guid? first, Guid last, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, SyncRun>();
        while (await to.ListAsync(userId, olderThan: null, first, BatchSize, nearestToNewer: true, cancellationToken)
            is [var newest, ..] runs)
        {
            foreach (var run in runs) found[run.Id] = run;
            if (newest.Id.CompareTo(last) >= 0) break;
            first = newest.Id;
        }

        return found;
    }

    private async Task<(int Runs, int Differences)> VerifyAsync(int userId, CancellationToken cancellationToken)
    {
        var (runs, differences) = (0, 0);
        await foreach (var (batch, there) in BatchesAsync(userId, cancellationToken))
        {
            runs += batch.Count;
            differences += batch.Count(run => !there.TryGetValue(run.Id, out var other) || Text(run) != Text(other));
        }

        return (runs, differences);
    }

    private async Task<int> VerifyAsync(int userId, IReadOnlyList<CurrentTops> documents, CancellationToken cancellationToken)
    {
        var there = (await to.ListCurrentAsync(userId, cancellationToken)).ToDictionary(Key);
        return documents.Count(document => !there.TryGetValue(Key(document), out var other) || IsOlder(other, document));
    }

    /// <summary>A later document in the other store is right; one of the same run must say the same.</summary>
    private static bool IsOlder(CurrentTops found, CurrentTops wanted) => found.RunId.CompareTo(wanted.RunId) switch
    {
        0 => Text(found.Lists) != Text(wanted.Lists),
        var order => order < 0,
    };

    private static string Key(CurrentTops tops) => MongoDocuments.CurrentId(tops.SpotifyId, tops.Lists.TimeRange);

    private static string Text(SyncRun run) =>
        string.Join('\n', run.SpotifyId, run.StartedAt.ToUnixTimeMilliseconds(), run.FinishedAt.ToUnixTimeMilliseconds(), run.Status,
            run.Trigger,
            JsonSerializer.Serialize(run.Parts, SyncHistoryJson.Default.IReadOnlyListSyncPartReport),
            JsonSerializer.Serialize(run.Tops, SyncHistoryJson.Default.IReadOnlyListTopLists));

    private static string Text(TopLists lists) => JsonSerializer.Serialize(lists, SyncHistoryJson.Default.TopLists);
}
