using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The calls of one batch resolver in one request. Those that wait at the same time are made together, as far as they are of one group.</summary>
internal sealed class BatchedCalls(BatchResolver resolver, IBatchScheduler scheduler)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CallGroup, CallBatch> _open = [];

    /// <summary>Adds a call to the batch that takes calls of its group.</summary>
    public Task<object?> Add(IResolverContext context)
    {
        var group = resolver.GroupOf(context);
        var call = new PendingCall(context);
        lock (_gate)
        {
            if (!_open.TryGetValue(group, out var batch)) scheduler.Schedule(_open[group] = batch = new CallBatch(this, group));
            batch.Calls.Add(call);
            scheduler.Suspend(call);
        }

        return call.Task;
    }

    /// <summary>Makes the calls of a batch, which takes no further ones from now on. An exception is the failure of all.</summary>
    public async Task ResolveAsync(CallBatch batch)
    {
        lock (_gate) _open.Remove(batch.Group);
        var results = await TryResolveAsync(batch.Calls).ConfigureAwait(false);
        for (var i = 0; i < results.Length; i++) batch.Calls[i].Result = results[i];
    }

    private async Task<Result<object?>[]> TryResolveAsync(List<PendingCall> calls)
    {
        try
        {
            scheduler.RequestAborted.ThrowIfCancellationRequested();
            return await resolver.ResolveAsync([.. calls.Select(call => call.Context)]).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            return [.. calls.Select(_ => Result.Failed<object?>(error))];
        }
    }
}

/// <summary>Calls that are made together.</summary>
internal sealed class CallBatch(BatchedCalls calls, CallGroup group) : PendingBatch
{
    private Task _resolved = Task.CompletedTask;

    public CallGroup Group => group;

    /// <summary>Guarded by the lock of <see cref="BatchedCalls"/> as long as it takes calls.</summary>
    public List<PendingCall> Calls { get; } = [];

    internal override Task BeginFetch() => _resolved = calls.ResolveAsync(this);

    internal override IReadOnlyList<PendingLoad> EndFetch()
    {
        _resolved.GetAwaiter().GetResult();
        return Calls;
    }
}

/// <summary>One parent's call, until the batch has its result.</summary>
internal sealed class PendingCall(IResolverContext context) : PendingLoad
{
    // Continuations run synchronously, as those of loads: whoever completes the call knows who is resumed.
    private readonly TaskCompletionSource<object?> _completion = new();

    public IResolverContext Context => context;

    public Task<object?> Task => _completion.Task;

    public Result<object?> Result { get; set; }

    public override void Complete()
    {
        if (Result.Error is { } error) _completion.SetException(error);
        else _completion.SetResult(Result.Value);
    }
}
