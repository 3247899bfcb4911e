namespace Personalify.GraphQL.DataLoading;

/// <content>How a batch is fetched, and what of it is kept.</content>
public abstract partial class DataLoaderBase<TKey, TValue>
{
    /// <summary>Closes the batch and begins to fetch it. Never throws: what is wrong, the task says.</summary>
    internal Task BeginFetch(Batch<TKey, TValue> batch, Result<TValue>[] results)
    {
        Close(batch);
        return _listener is null ? BeginFetch(batch.Keys, results) : ObserveAsync(_listener, batch.Keys, results);
    }

    /// <summary>Keeps what was found, and returns the callers that wait for nothing else.</summary>
    internal IReadOnlyList<PendingLoad> EndFetch(Batch<TKey, TValue> batch, Task fetched, Result<TValue>[] results)
    {
        try
        {
            fetched.GetAwaiter().GetResult();
            Publish(results);
        }
        catch (Exception error)
        {
            Array.Fill(results, Result<TValue>.Failed(error));
            if (fetched.IsCompletedSuccessfully) _listener?.BatchError(batch.Keys, error);
        }

        return Settle(batch, results);
    }

    private IReadOnlyList<PendingLoad> Settle(Batch<TKey, TValue> batch, Result<TValue>[] results)
    {
        lock (_gate)
        {
            (Usual.Count, Usual.Loads) = (_slots?.Count ?? 0, batch.Loads);
            for (var i = 0; i < results.Length; i++)
            {
                if (results[i].Error is not null || !_options.Cache) Forget(batch.Keys[i], batch);
            }

            return batch.Settle(results);
        }
    }

    private Task BeginFetch(IReadOnlyList<TKey> keys, Result<TValue>[] results)
    {
        try
        {
            scheduler.RequestAborted.ThrowIfCancellationRequested();
            var scope = ((IScopedLoader)Root).Scope;
            if (scope is not null) return FetchInOwnScopeAsync(scope, keys, results);
            return FetchAsync(keys, results, Context, scheduler.RequestAborted) ?? throw new InvalidOperationException($"{Root.GetType().Name}.FetchAsync has returned no task.");
        }
        catch (Exception error)
        {
            return Task.FromException(error);
        }
    }

    /// <summary>The same for somebody who is told of it. What listeners put around it, such as an activity, is around nothing else.</summary>
    private async Task ObserveAsync(DataLoaderDiagnosticEventListener listener, IReadOnlyList<TKey> keys, Result<TValue>[] results)
    {
        using var observed = listener.ExecuteBatch(Root, keys);
        try
        {
            await BeginFetch(keys, results).ConfigureAwait(false);
            TellOf(listener, keys, results);
        }
        catch (Exception error)
        {
            listener.BatchError(keys, error);
            throw;
        }
    }

    private static void TellOf(DataLoaderDiagnosticEventListener listener, IReadOnlyList<TKey> keys, Result<TValue>[] results)
    {
        listener.BatchResults<TKey, TValue>(keys, results);
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Error is { } error) listener.BatchItemError(keys[i], error);
        }
    }

    private async Task FetchInOwnScopeAsync(DataLoaderScope scope, IReadOnlyList<TKey> keys, Result<TValue>[] results)
    {
        var services = scope.CreateServiceScope();
        await using (services.ConfigureAwait(false))
        {
            var worker = (DataLoaderBase<TKey, TValue>)LoaderFactory.Of(Root.GetType()).Create(services.ServiceProvider);
            await worker.FetchAsync(keys, results, Context, scheduler.RequestAborted).ConfigureAwait(false);
        }
    }

    private void Close(Batch<TKey, TValue> batch)
    {
        lock (_gate)
        {
            if (_open == batch) _open = null;
        }
    }

    private void Forget(TKey key, Batch<TKey, TValue> batch)
    {
        if (_slots is not null && _slots.TryGetValue(key, out var current) && current.Batch == batch) _slots.Remove(key);
    }
}
