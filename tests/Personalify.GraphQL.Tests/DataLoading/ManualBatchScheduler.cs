using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

/// <summary>Fetches batches when a test says so, round by round.</summary>
internal sealed class ManualBatchScheduler : IBatchScheduler
{
    private readonly Queue<PendingBatch> _pending = new();

    public CancellationToken RequestAborted { get; init; }

    public int PendingCount => _pending.Count;

    public void Schedule(PendingBatch batch) => _pending.Enqueue(batch);

    /// <summary>Fetches all batches that are pending now, side by side, and lets their callers continue.</summary>
    public async Task DispatchAsync()
    {
        PendingBatch[] round = [.. _pending];
        _pending.Clear();
        foreach (var loads in await Task.WhenAll(round.Select(batch => batch.FetchAsync())))
        {
            foreach (var load in loads) load.Complete();
        }
    }
}
