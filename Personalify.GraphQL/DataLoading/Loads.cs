namespace Personalify.GraphQL.DataLoading;

/// <summary>A caller that waits for promises of one loader. Either the last promise or the caller's token ends the wait, never both.</summary>
internal abstract class PendingLoad<TValue> : PendingLoad
{
    private CancellationTokenRegistration _registration;
    private CancellationToken _cancelled;
    private int _unsettled;
    private int _claimed;

    /// <summary>Guarded by the loader's lock.</summary>
    public void Await(Promise<TValue> promise)
    {
        _unsettled++;
        promise.Await(this);
    }

    /// <summary>Whether nothing else is waited for, and nobody else has ended the wait. Guarded by the loader's lock.</summary>
    public bool IsLastPromise() => --_unsettled == 0 && Claim();

    /// <summary>Ends the wait when the token is cancelled. The promises go on: others may wait for them.</summary>
    public void CancelWith(IBatchScheduler scheduler, CancellationToken token)
    {
        if (token.CanBeCanceled && token != scheduler.RequestAborted) Register(scheduler, token);
    }

    private void Register(IBatchScheduler scheduler, CancellationToken token) =>
        _registration = token.UnsafeRegister(_ =>
        {
            if (!Claim()) return;
            _cancelled = token;
            scheduler.Resume(this);
        }, null);

    public sealed override void Complete()
    {
        _registration.Dispose();
        if (_cancelled.IsCancellationRequested) SetCanceled(_cancelled);
        else SetOutcome();
    }

    protected abstract void SetOutcome();

    protected abstract void SetCanceled(CancellationToken token);

    private bool Claim() => Interlocked.Exchange(ref _claimed, 1) == 0;
}

/// <summary>A caller that waits for one key.</summary>
internal class SingleLoad<TValue>(Promise<TValue> promise) : PendingLoad<TValue>
{
    // Continuations run synchronously: whoever completes the load knows who is resumed.
    private readonly TaskCompletionSource<TValue?> _completion = new();

    public Task<TValue?> Task => _completion.Task;

    protected override void SetOutcome()
    {
        if (ErrorOf(promise.Result) is { } error) _completion.SetException(error);
        else _completion.SetResult(promise.Result.Value);
    }

    protected override void SetCanceled(CancellationToken token) => _completion.SetCanceled(token);

    /// <summary>Why the caller gets no value.</summary>
    protected virtual Exception? ErrorOf(Result<TValue> result) => result.Error;
}

/// <summary>A caller that waits for one key, which must have a value.</summary>
internal sealed class RequiredLoad<TKey, TValue>(DataLoaderBase<TKey, TValue> loader, TKey key, Promise<TValue> promise) : SingleLoad<TValue>(promise)
    where TKey : notnull
{
    protected override Exception? ErrorOf(Result<TValue> result) => loader.ErrorOf(key, result);
}

/// <summary>A caller that waits for several keys at once: one caller, however many promises.</summary>
internal sealed class ManyLoad<TValue>(Promise<TValue>[] promises) : PendingLoad<TValue>
{
    private readonly TaskCompletionSource<IReadOnlyList<TValue?>> _completion = new();

    public Task<IReadOnlyList<TValue?>> Task => _completion.Task;

    public static IReadOnlyList<TValue?> Values(Promise<TValue>[] promises) => Array.ConvertAll(promises, promise => promise.Result.Value);

    public static Exception? FirstError(Promise<TValue>[] promises) =>
        Array.Find(promises, promise => promise.Result.Error is not null)?.Result.Error;

    protected override void SetOutcome()
    {
        if (FirstError(promises) is { } error) _completion.SetException(error);
        else _completion.SetResult(Values(promises));
    }

    protected override void SetCanceled(CancellationToken token) => _completion.SetCanceled(token);
}
