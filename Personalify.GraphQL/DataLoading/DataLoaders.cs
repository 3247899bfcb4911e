namespace Personalify.GraphQL.DataLoading;

/// <summary>Fetches one value for each key, many keys at once.</summary>
/// <inheritdoc cref="DataLoaderBase{TKey, TValue}" path="/param" />
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : StatefulBatchDataLoader<TKey, TValue>(scheduler, options)
    where TKey : notnull
{
    /// <summary>Fetches the keys. A key that is left out has no value; an exception fails all keys of the batch.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected sealed override Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, DataLoaderFetchContext context, CancellationToken cancellationToken) => LoadBatchAsync(keys, cancellationToken);
}

/// <summary>Fetches several values for each key, many keys at once. A key without values has an empty array.</summary>
/// <inheritdoc cref="DataLoaderBase{TKey, TValue}" path="/param" />
public abstract class GroupedDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null)
    : StatefulGroupedDataLoader<TKey, TValue>(scheduler, options)
    where TKey : notnull
{
    /// <summary>Fetches the values of the keys. An exception fails all keys of the batch.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected sealed override Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(
        IReadOnlyList<TKey> keys, DataLoaderFetchContext context, CancellationToken cancellationToken) => LoadGroupedBatchAsync(keys, cancellationToken);
}

/// <summary>Fetches one key at a time and remembers it for the request: no batches, but no key twice.</summary>
/// <inheritdoc cref="StatefulCacheDataLoader{TKey, TValue}" path="/param" />
public abstract class CacheDataLoader<TKey, TValue>(IBatchScheduler scheduler, DataLoaderOptions? options = null) : StatefulCacheDataLoader<TKey, TValue>(scheduler, options)
    where TKey : notnull
{
    /// <summary>Fetches one key; default when it has no value.</summary>
    protected abstract Task<TValue?> LoadSingleAsync(TKey key, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected sealed override Task<TValue?> LoadSingleAsync(TKey key, DataLoaderFetchContext context, CancellationToken cancellationToken) =>
        LoadSingleAsync(key, cancellationToken);
}
