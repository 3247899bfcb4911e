namespace Personalify.GraphQL.DataLoading;

/// <summary>A caller that waits for batches of one loader. Either the last batch or the caller's token ends the wait, never both.</summary>
internal abstract class PendingLoad<TKey, TValue> : PendingLoad
    where TKey : notnull
{
    private Cancellation? _cancellation;
    private int _unsettled;
    private int _claimed;

    /// <summary>Guarded by the loader's lock.</summary>
    public void Await(Batch<TKey, TValue> batch)
    {
        _unsettled++;
        batch.Await(this);
    }

    /// <summary>Whether nothing else is waited for, and nobody else has ended the wait. Guarded by the loader's lock.</summary>
    public bool IsLastBatch() => --_unsettled == 0 && Claim();

    /// <summary>Ends the wait when the token is cancelled. The batches go on: others may wait for them.</summary>
    public void CancelWith(IBatchScheduler scheduler, CancellationToken token)
    {
        if (token.CanBeCanceled && token != scheduler.RequestAborted) Register(scheduler, token);
    }

    private void Register(IBatchScheduler scheduler, CancellationToken token)
    {
        var cancellation = _cancellation = new Cancellation(token);
        cancellation.Registration = token.UnsafeRegister(_ =>
        {
            if (!Claim()) return;
            cancellation.HasEndedWait = true;
            scheduler.Resume(this);
        }, null);
    }

    public sealed override void Complete()
    {
        _cancellation?.Registration.Dispose();
        if (_cancellation is { HasEndedWait: true } cancellation) SetCanceled(cancellation.Token);
        else SetOutcome();
    }

    protected abstract void SetOutcome();

    protected abstract void SetCanceled(CancellationToken token);

    private bool Claim() => Interlocked.Exchange(ref _claimed, 1) == 0;

    /// <summary>What only a caller with a token of its own needs, and hardly any has one.</summary>
    private sealed class Cancellation(CancellationToken token)
    {
        public CancellationToken Token => token;

        public CancellationTokenRegistration Registration { get; set; }

        public bool HasEndedWait { get; set; }
    }
}

/// <summary>A caller that waits for one key.</summary>
internal sealed class SingleLoad<TKey, TValue>(Slot<TKey, TValue> slot, bool isRequired) : PendingLoad<TKey, TValue>
    where TKey : notnull
{
    // Continuations run synchronously: whoever completes the load knows who is resumed.
    private readonly TaskCompletionSource<TValue?> _completion = new();

    public Task<TValue?> Task => _completion.Task;

    protected override void SetOutcome()
    {
        if (slot.ErrorFor(isRequired) is { } error) _completion.SetException(error);
        else _completion.SetResult(slot.Result.Value);
    }

    protected override void SetCanceled(CancellationToken token) => _completion.SetCanceled(token);
}

/// <summary>A caller that waits for several keys at once: one caller, however many batches.</summary>
internal sealed class ManyLoad<TKey, TValue>(Slot<TKey, TValue>[] slots, bool isRequired) : PendingLoad<TKey, TValue>
    where TKey : notnull
{
    private readonly TaskCompletionSource<IReadOnlyList<TValue?>> _completion = new();

    public Task<IReadOnlyList<TValue?>> Task => _completion.Task;

    public static TValue?[] Values(Slot<TKey, TValue>[] slots)
    {
        var values = new TValue?[slots.Length];
        for (var i = 0; i < slots.Length; i++) values[i] = slots[i].Result.Value;
        return values;
    }

    public static Exception? FirstError(Slot<TKey, TValue>[] slots, bool isRequired)
    {
        foreach (ref readonly var slot in slots.AsSpan())
        {
            if (slot.ErrorFor(isRequired) is { } error) return error;
        }

        return null;
    }

    protected override void SetOutcome()
    {
        if (FirstError(slots, isRequired) is { } error) _completion.SetException(error);
        else _completion.SetResult(Values(slots));
    }

    protected override void SetCanceled(CancellationToken token) => _completion.SetCanceled(token);
}
