namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// Fetches one value for each key, many keys at once, and looks at what the callers said beyond their keys: which properties, or what
/// they set with <see cref="IDataLoader{TKey, TValue}.SetState"/>.
/// </summary>
/// <inheritdoc cref="DataLoaderBase{TKey, TValue}" path="/param" />
public abstract class StatefulBatchDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue>(scheduler, options)
    where TKey : notnull
{
    /// <summary>Fetches the keys. A key that is left out has no value; an exception fails all keys of the batch.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, DataLoaderFetchContext context, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected internal sealed override async Task FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, context, cancellationToken).ConfigureAwait(false);
        Fill(results.Span, keys, values);
    }

    private static void Fill(Span<Result<TValue>> results, IReadOnlyList<TKey> keys, IReadOnlyDictionary<TKey, TValue> values)
    {
        for (var i = 0; i < results.Length; i++)
        {
            if (values.TryGetValue(keys[i], out var value)) results[i] = Result<TValue>.Found(value);
        }
    }
}

/// <summary>
/// Fetches several values for each key, many keys at once, and looks at what the callers said beyond their keys: which values, in which
/// order. A key without values has an empty array.
/// </summary>
/// <inheritdoc cref="DataLoaderBase{TKey, TValue}" path="/param" />
public abstract class StatefulGroupedDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue[]>(scheduler, options)
    where TKey : notnull
{
    /// <summary>Fetches the values of the keys. An exception fails all keys of the batch.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(
        IReadOnlyList<TKey> keys, DataLoaderFetchContext context, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected internal sealed override async Task FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue[]>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
    {
        var groups = await LoadGroupedBatchAsync(keys, context, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++) results.Span[i] = Result<TValue[]>.Found([.. groups[keys[i]]]);
    }
}

/// <summary>Fetches one key at a time, remembers it for the request, and looks at what the callers said beyond it.</summary>
/// <param name="scheduler">Decides when keys are fetched; all that are due are fetched side by side.</param>
/// <param name="options">How the loader works, the size of batches excepted; the defaults when <c>null</c>.</param>
public abstract class StatefulCacheDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : DataLoaderBase<TKey, TValue>(scheduler, DataLoaderOptions.OneByOne(options))
    where TKey : notnull
{
    /// <summary>Fetches one key; default when it has no value.</summary>
    protected abstract Task<TValue?> LoadSingleAsync(TKey key, DataLoaderFetchContext context, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected internal sealed override async Task FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
    {
        var value = await LoadSingleAsync(keys[0], context, cancellationToken).ConfigureAwait(false);
        results.Span[0] = Result<TValue>.Found(value);
    }
}
