using System.Runtime.InteropServices;

namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// A loader whose batches can fail key by key. Most loaders derive from <see cref="BatchDataLoader{TKey, TValue}"/> instead.
/// </summary>
/// <remarks>
/// One instance serves one request. Every key has one place: asking again waits for the same fetch or returns the same
/// value. A key that failed is forgotten, so that the next load tries again. A caller's token ends that caller's wait, not
/// the fetch. When a <see cref="DataLoaderScope"/> made the loader and it asks for services that do not live as long as the
/// application, each batch is fetched by an instance of its own with services of its own, so that two batches never share a
/// database connection (<see cref="DataLoaderOptions.ServiceScope"/>); keep no state in fields.
/// </remarks>
/// <param name="scheduler">Decides when batches are fetched.</param>
/// <param name="options">How the loader batches; the defaults when <c>null</c>.</param>
public abstract partial class DataLoaderBase<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null) : IDataLoader<TKey, TValue>, IScopedLoader
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly DataLoaderOptions _options = options ?? DataLoaderOptions.Default;
    private readonly DataLoaderDiagnosticEventListener? _listener = scheduler.DiagnosticEventListener;
    private Dictionary<DataLoaderFetchContext, LoaderBranch<TKey, TValue>>? _branches;
    private Dictionary<TKey, Slot<TKey, TValue>>? _slots;
    private Batch<TKey, TValue>? _open;
    private UsualKeys? _usual;

    DataLoaderFetchContext IDataLoader<TKey, TValue>.Context => Context;

    DataLoaderScope? IScopedLoader.Scope { get; set; }

    DataLoaderServiceScope IScopedLoader.ServiceScope => _options.ServiceScope;

    /// <inheritdoc />
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default) => LoadAsync(key, isRequired: false, cancellationToken);

    private Task<TValue?> LoadAsync(TKey key, bool isRequired, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TValue?>(cancellationToken);
        SingleLoad<TKey, TValue> load;
        lock (_gate)
        {
            Batch<TKey, TValue>? started = null;
            var slot = FindOrAdd(key, ref started);
            if (slot.IsSettled) return slot.ToTask(isRequired);
            load = new SingleLoad<TKey, TValue>(slot, isRequired);
            load.Await(slot.Batch);
            if (started is not null) scheduler.Schedule(started);
            scheduler.Suspend(load);
        }

        load.CancelWith(scheduler, cancellationToken);
        return load.Task;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default) =>
        LoadAsync(keys, isRequired: false, cancellationToken);

    /// <summary>The values of several keys as one wait.</summary>
    /// <param name="keys">In the order of the values.</param>
    /// <param name="isRequired">Whether a key without a value is a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, bool isRequired, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<IReadOnlyList<TValue?>>(cancellationToken);
        var all = AsSpan(keys);
        var slots = new Slot<TKey, TValue>[all.Length];
        var load = new ManyLoad<TKey, TValue>(slots, isRequired);
        lock (_gate)
        {
            List<Batch<TKey, TValue>>? started = null;
            if (!AwaitAll(all, slots, load, ref started)) return Settled(slots, isRequired);
            started?.ForEach(scheduler.Schedule);
            scheduler.Suspend(load);
        }

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
        lock (_gate)
        {
            Prime();
            if (!Slots.ContainsKey(key)) Slots[key] = Known(key, value);
        }
    }

    /// <inheritdoc />
    public void RemoveCacheEntry(TKey key)
    {
        lock (_gate)
        {
            Prime();
            _slots?.Remove(key);
        }
    }

    /// <inheritdoc />
    public void ClearCache()
    {
        lock (_gate)
        {
            _slots?.Clear();
            _priming?.Forget();
            foreach (var branch in _branches?.Values ?? Enumerable.Empty<IDataLoader>()) branch.ClearCache();
        }
    }

    /// <summary>The loader itself, or the one that it is a branch of.</summary>
    internal virtual DataLoaderBase<TKey, TValue> Root => this;

    private Dictionary<TKey, Slot<TKey, TValue>> Slots => _slots ??= RentSlots();

    private UsualKeys Usual => _usual ??= UsualKeys.Of(Root.GetType());

    /// <summary>What a branch tells its batches.</summary>
    internal virtual DataLoaderFetchContext Context => DataLoaderFetchContext.Empty;

    /// <summary>Fetches the keys, none twice, and puts what it found for <c>keys[i]</c> into <c>results[i]</c>.</summary>
    /// <param name="keys">At most <see cref="DataLoaderOptions.MaxBatchSize"/> keys.</param>
    /// <param name="results">One entry for each key; an entry that is left alone means that the key has no value.</param>
    /// <param name="context">What the callers said beyond the keys.</param>
    /// <param name="cancellationToken">Signalled when the whole request is given up.</param>
    protected internal abstract Task FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue>> results, DataLoaderFetchContext context, CancellationToken cancellationToken);

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

    private bool AwaitAll(
        ReadOnlySpan<TKey> keys, Slot<TKey, TValue>[] slots, ManyLoad<TKey, TValue> load, ref List<Batch<TKey, TValue>>? started)
    {
        Batch<TKey, TValue>? awaited = null;
        for (var i = 0; i < slots.Length; i++)
        {
            Batch<TKey, TValue>? batch = null;
            var slot = slots[i] = FindOrAdd(keys[i], ref batch);
            if (batch is not null) (started ??= []).Add(batch);
            if (slot.IsSettled || slot.Batch == awaited) continue;
            load.Await(awaited = slot.Batch);
        }

        return awaited is not null;
    }

    /// <summary>Nearly everybody has the keys in an array or a list, which are read without an enumerator.</summary>
    private static ReadOnlySpan<TKey> AsSpan(IReadOnlyCollection<TKey> keys) => keys switch
    {
        TKey[] array => array,
        List<TKey> list => CollectionsMarshal.AsSpan(list),
        _ => keys.ToArray(),
    };

    private static Task<IReadOnlyList<TValue?>> Settled(Slot<TKey, TValue>[] slots, bool isRequired) => ManyLoad<TKey, TValue>.FirstError(slots, isRequired) is { } error
        ? Task.FromException<IReadOnlyList<TValue?>>(error)
        : Task.FromResult<IReadOnlyList<TValue?>>(ManyLoad<TKey, TValue>.Values(slots));

    private Slot<TKey, TValue> FindOrAdd(TKey key, ref Batch<TKey, TValue>? started)
    {
        Prime();
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(Slots, key, out var isKnown);
        if (isKnown)
        {
            var known = slot; // Whoever listens may load, which moves what the reference leads to.
            _listener?.ResolvedTaskFromCache(Root, key);
            return known;
        }

        if (_open is null || _open.Keys.Count >= _options.MaxBatchSize) _open = started = new Batch<TKey, TValue>(this, Math.Min(Usual.Count, _options.MaxBatchSize), Usual.Loads);
        return slot = _open.Add(key);
    }

    /// <summary>A value that nobody had to fetch, as a batch of its own.</summary>
    private Slot<TKey, TValue> Known(TKey key, TValue? value)
    {
        var batch = new Batch<TKey, TValue>(this, 1);
        var slot = batch.Add(key);
        batch.Settle([Result<TValue>.Found(value)]);
        return slot;
    }
}
