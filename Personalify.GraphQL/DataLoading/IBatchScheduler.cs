namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// Decides when the collected batches are fetched. The one seam between loaders and whoever runs them.
/// A scheduler that counts who waits overrides <see cref="Suspend"/> and <see cref="Resume"/>; one that does not, implements
/// <see cref="Schedule"/> alone.
/// </summary>
public interface IBatchScheduler
{
    /// <summary>Signalled when nobody waits for any value any more. Batches are fetched with this token.</summary>
    CancellationToken RequestAborted => CancellationToken.None;

    /// <summary>Is told of batches and hits; <c>null</c> when nobody listens.</summary>
    DataLoaderDiagnosticEventListener? DiagnosticEventListener => null;

    /// <summary>
    /// A loader has a new batch. The scheduler calls <see cref="PendingBatch.FetchAsync"/> once, when it sees fit, and then
    /// completes every returned load. Called on the caller's thread, inside the loader's lock: note it, and return.
    /// </summary>
    void Schedule(PendingBatch batch);

    /// <summary>
    /// A caller begins to wait, for batches that are all scheduled: one that counted as waiting before would let the others go without the batch that only
    /// it knows of. Called on the caller's thread, inside the loader's lock: count, and return.
    /// </summary>
    void Suspend(PendingLoad load)
    {
    }

    /// <summary>A caller's own token was cancelled before its value came; by default its task completes at once.</summary>
    void Resume(PendingLoad load) => load.Complete();
}

/// <summary>Keys that are collected and not fetched yet. It takes further keys until <see cref="FetchAsync"/> is called.</summary>
public abstract class PendingBatch
{
    private protected PendingBatch()
    {
    }

    /// <summary>
    /// Closes the batch and fetches its keys. Never throws: failures are delivered to the callers. Returns the callers
    /// whose wait is over, so that the scheduler can let all of them run before it looks for the next batches.
    /// </summary>
    public async Task<IReadOnlyList<PendingLoad>> FetchAsync()
    {
        await BeginFetch().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return EndFetch();
    }

    /// <summary>The first half of <see cref="FetchAsync"/>, for whoever can wait without a task of its own.</summary>
    internal abstract Task BeginFetch();

    /// <summary>The other half, once that task is completed, however it ended.</summary>
    internal abstract IReadOnlyList<PendingLoad> EndFetch();
}

/// <summary>One caller that waits for one or several values.</summary>
public abstract class PendingLoad
{
    private protected PendingLoad()
    {
    }

    /// <summary>Whatever the scheduler remembers about the caller.</summary>
    public object? Caller { get; set; }

    /// <summary>Which of the caller's calls waits, where a caller makes several side by side.</summary>
    internal int Call { get; set; }

    /// <summary>Completes the caller's task; its continuation runs on this thread, before the method returns.</summary>
    public abstract void Complete();
}
