namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// A loader whose batches can fail key by key. Most loaders derive from <see cref="BatchDataLoader{TKey, TValue}"/> instead.
/// </summary>
/// <remarks>
/// One instance serves one request. Every key has one promise: asking again waits for the same fetch or returns the same
/// value. A key that failed is forgotten, so that the next load tries again. A caller's token ends that caller's wait, not
/// the fetch. When a <see cref="DataLoaderScope"/> made the loader and it asks for services that do not live as long as the
/// application, each batch is fetched by an instance of its own with services of its own, so that two batches never share a
/// database connection; keep no state in fields.
/// </remarks>
/// <param name="scheduler">Decides when batches are fetched.</param>
/// <param name="options">How the loader batches; the defaults when <c>null</c>.</param>
public abstract class DataLoaderBase<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null) : IDataLoader<TKey, TValue>, IScopedLoader
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Promise<TValue>> _promises = [];
    private readonly DataLoaderOptions _options = options ?? DataLoaderOptions.Default;
    private readonly DataLoaderDiagnosticEventListener? _listener = scheduler.DiagnosticEventListener;
    private Dictionary<DataLoaderFetchContext, LoaderBranch<TKey, TValue>>? _branches;
    private Batch<TKey, TValue>? _open;

    DataLoaderFetchContext IDataLoader<TKey, TValue>.Context => Context;

    DataLoaderScope? IScopedLoader.Scope { get; set; }

    /// <inheritdoc />
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default) => LoadAsync(key, isRequired: false, cancellationToken);

    private Task<TValue?> LoadAsync(TKey key, bool isRequired, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TValue?>(cancellationToken);
        SingleLoad<TValue> load;
        Batch<TKey, TValue>? started = null;
        lock (_gate)
        {
            var promise = FindOrAdd(key, ref started);
            if (promise.IsSettled) return Settled(key, promise, isRequired);
            load = isRequired ? new RequiredLoad<TKey, TValue>(this, key, promise) : new SingleLoad<TValue>(promise);
            load.Await(promise);
            scheduler.Suspend(load);
        }

        if (started is not null) scheduler.Schedule(started);
        load.CancelWith(scheduler, cancellationToken);
        return load.Task;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<IReadOnlyList<TValue?>>(cancellationToken);
        var promises = new Promise<TValue>[keys.Count];
        var load = new ManyLoad<TValue>(promises);
        List<Batch<TKey, TValue>>? started = null;
        lock (_gate)
        {
            // Only for many keys: room for exactly the next few would be made again and again.
            if (keys.Count > _promises.Count) _promises.EnsureCapacity(_promises.Count + keys.Count);
            if (!AwaitAll(keys, promises, load, ref started)) return Settled(promises);
            scheduler.Suspend(load);
        }

        started?.ForEach(scheduler.Schedule);
        load.CancelWith(scheduler, cancellationToken);
        return load.Task;
    }

    /// <inheritdoc />
    public Task<TValue> LoadRequiredAsync(TKey key, CancellationToken cancellationToken = default) => LoadAsync(key, isRequired: true, cancellationToken)!;

    /// <inheritdoc />
    public IDataLoader<TKey, TValue> SetState<TState>(string key, TState value) => Root.Branch(Context.With(key, value));

    /// <inheritdoc />
    public void SetCacheEntry(TKey key, TValue? value)
    {
        if (!_options.Cache) return;
        lock (_gate) _promises.TryAdd(key, Promise<TValue>.Of(value));
    }

    /// <inheritdoc />
    public void RemoveCacheEntry(TKey key)
    {
        lock (_gate) _promises.Remove(key);
    }

    /// <inheritdoc />
    public void ClearCache()
    {
        lock (_gate)
        {
            _promises.Clear();
            foreach (var branch in _branches?.Values ?? Enumerable.Empty<IDataLoader>()) branch.ClearCache();
        }
    }

    /// <summary>The loader itself, or the one that it is a branch of.</summary>
    internal virtual DataLoaderBase<TKey, TValue> Root => this;

    /// <summary>What a branch tells its batches.</summary>
    internal virtual DataLoaderFetchContext Context => DataLoaderFetchContext.Empty;

    /// <summary>Fetches the keys, none twice, and puts what it found for <c>keys[i]</c> into <c>results[i]</c>.</summary>
    /// <param name="keys">At most <see cref="DataLoaderOptions.MaxBatchSize"/> keys.</param>
    /// <param name="results">One entry for each key; an entry that is left alone means that the key has no value.</param>
    /// <param name="context">What the callers said beyond the keys.</param>
    /// <param name="cancellationToken">Signalled when the whole request is given up.</param>
    protected internal abstract Task FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue>> results, DataLoaderFetchContext context, CancellationToken cancellationToken);

    internal async Task<IReadOnlyList<PendingLoad>> FetchAsync(Batch<TKey, TValue> batch)
    {
        Close(batch);
        var results = new Result<TValue>[batch.Keys.Count];
        using var observed = _listener?.ExecuteBatch(Root, batch.Keys);
        try
        {
            scheduler.RequestAborted.ThrowIfCancellationRequested();
            var scope = ((IScopedLoader)Root).Scope;
            var fetched = scope is null ? FetchAsync(batch.Keys, results, Context, scheduler.RequestAborted) : FetchInOwnScopeAsync(scope, batch.Keys, results);
            await fetched.ConfigureAwait(false);
            TellOf(batch, results);
        }
        catch (Exception error)
        {
            Array.Fill(results, Result<TValue>.Failed(error));
            _listener?.BatchError(batch.Keys, error);
        }

        return Settle(batch, results);
    }

    private void TellOf(Batch<TKey, TValue> batch, Result<TValue>[] results)
    {
        if (_listener is null) return;
        _listener.BatchResults<TKey, TValue>(batch.Keys, results);
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Error is { } error) _listener.BatchItemError(batch.Keys[i], error);
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

    private LoaderBranch<TKey, TValue> Branch(DataLoaderFetchContext context)
    {
        lock (_gate)
        {
            _branches ??= [];
            if (!_branches.TryGetValue(context, out var branch))
                _branches[context] = branch = new LoaderBranch<TKey, TValue>(this, scheduler, _options, context);
            return branch;
        }
    }

    private void Close(Batch<TKey, TValue> batch)
    {
        lock (_gate)
        {
            if (_open == batch) _open = null;
        }
    }

    private List<PendingLoad> Settle(Batch<TKey, TValue> batch, Result<TValue>[] results)
    {
        var resumed = new List<PendingLoad>(results.Length);
        lock (_gate)
        {
            for (var i = 0; i < results.Length; i++)
            {
                if (results[i].Error is not null || !_options.Cache) Forget(batch.Keys[i], batch.Promises[i]);
                batch.Promises[i].Settle(results[i], resumed);
            }
        }

        return resumed;
    }

    private void Forget(TKey key, Promise<TValue> promise)
    {
        if (_promises.TryGetValue(key, out var current) && current == promise) _promises.Remove(key);
    }

    private bool AwaitAll(IReadOnlyCollection<TKey> keys, Promise<TValue>[] promises, ManyLoad<TValue> load, ref List<Batch<TKey, TValue>>? started)
    {
        var waits = false;
        var index = 0;
        foreach (var key in keys)
        {
            Batch<TKey, TValue>? batch = null;
            var promise = promises[index++] = FindOrAdd(key, ref batch);
            if (batch is not null) (started ??= []).Add(batch);
            if (promise.IsSettled) continue;
            load.Await(promise);
            waits = true;
        }

        return waits;
    }

    private static Task<IReadOnlyList<TValue?>> Settled(Promise<TValue>[] promises) => ManyLoad<TValue>.FirstError(promises) is { } error
        ? Task.FromException<IReadOnlyList<TValue?>>(error)
        : Task.FromResult(ManyLoad<TValue>.Values(promises));

    private Task<TValue?> Settled(TKey key, Promise<TValue> promise, bool isRequired) =>
        isRequired && ErrorOf(key, promise.Result) is { } error ? Task.FromException<TValue?>(error) : promise.ToTask();

    /// <summary>Why a key that must have a value has none; <c>null</c> when it has.</summary>
    internal Exception? ErrorOf(TKey key, Result<TValue> result) =>
        result.IsFound ? null : result.Error ?? new KeyNotFoundException($"{Root.GetType().Name} found nothing for the key {key}.");

    private Promise<TValue> FindOrAdd(TKey key, ref Batch<TKey, TValue>? started)
    {
        if (_promises.TryGetValue(key, out var promise))
        {
            _listener?.ResolvedTaskFromCache(Root, key);
            return promise;
        }

        if (_open is null || _open.Keys.Count >= _options.MaxBatchSize) _open = started = new Batch<TKey, TValue>(this);
        _promises[key] = promise = new Promise<TValue>();
        _open.Keys.Add(key);
        _open.Promises.Add(promise);
        return promise;
    }
}

/// <summary>The keys that one call will fetch, with their promises.</summary>
internal sealed class Batch<TKey, TValue>(DataLoaderBase<TKey, TValue> loader) : PendingBatch
    where TKey : notnull
{
    public List<TKey> Keys { get; } = [];

    public List<Promise<TValue>> Promises { get; } = [];

    public override Task<IReadOnlyList<PendingLoad>> FetchAsync() => loader.FetchAsync(this);
}
