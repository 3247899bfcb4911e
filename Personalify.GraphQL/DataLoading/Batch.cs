namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// The keys that one call fetches, what it found for them, and who waits for it. All its keys settle at once, so callers wait for
/// batches, not for keys: however many keys there are, none of them has an object of its own. Guarded by its loader's lock.
/// </summary>
internal sealed class Batch<TKey, TValue>(DataLoaderBase<TKey, TValue> loader, int usualKeys, int usualLoads = 0) : PendingBatch
    where TKey : notnull
{
    private readonly List<TKey> _keys = new(usualKeys);
    private readonly List<PendingLoad<TKey, TValue>> _waiting = new(usualLoads);
    private Result<TValue>[] _results = [];
    private Task _fetched = Task.CompletedTask;
    private Task<TValue?>?[]? _tasks;

    public IReadOnlyList<TKey> Keys => _keys;

    /// <summary>How many loads wait for it.</summary>
    public int Loads => _waiting.Count;

    public DataLoaderBase<TKey, TValue> Loader => loader;

    public bool IsSettled { get; private set; }

    public Slot<TKey, TValue> Add(TKey key)
    {
        _keys.Add(key);
        return new Slot<TKey, TValue>(this, _keys.Count - 1);
    }

    /// <summary>Makes a load wait for the batch. One that waits twice is told twice.</summary>
    public void Await(PendingLoad<TKey, TValue> load) => _waiting.Add(load);

    /// <summary>Keeps the outcome and returns the loads that wait for nothing else.</summary>
    public IReadOnlyList<PendingLoad> Settle(Result<TValue>[] results)
    {
        _results = results;
        IsSettled = true;
        _waiting.RemoveAll(static load => !load.IsLastBatch());
        return _waiting;
    }

    public ref readonly Result<TValue> ResultAt(int index) => ref _results[index];

    /// <summary>A completed task of a key's value, made once.</summary>
    public Task<TValue?> TaskAt(int index)
    {
        _tasks ??= new Task<TValue?>?[_results.Length];
        return _tasks[index] ??= _results[index].Error is { } error ? Task.FromException<TValue?>(error) : Task.FromResult(_results[index].Value);
    }

    internal override Task BeginFetch()
    {
        _results = new Result<TValue>[_keys.Count];
        return _fetched = loader.BeginFetch(this, _results);
    }

    internal override IReadOnlyList<PendingLoad> EndFetch() => loader.EndFetch(this, _fetched, _results);
}

/// <summary>Where the value of a key is, or will be.</summary>
internal readonly record struct Slot<TKey, TValue>(Batch<TKey, TValue> Batch, int Index)
    where TKey : notnull
{
    public TKey Key => Batch.Keys[Index];

    public bool IsSettled => Batch.IsSettled;

    public ref readonly Result<TValue> Result => ref Batch.ResultAt(Index);

    /// <summary>Why a caller gets no value; one that must get a value is told so even where there is simply none.</summary>
    public Exception? ErrorFor(bool isRequired) =>
        !isRequired || Result.IsFound ? Result.Error : Result.Error ?? new KeyNotFoundException($"{Batch.Loader.Root.GetType().Name} found nothing for the key {Key}.");

    public Task<TValue?> ToTask(bool isRequired) =>
        isRequired && ErrorFor(isRequired) is { } error ? Task.FromException<TValue?>(error) : Batch.TaskAt(Index);
}
