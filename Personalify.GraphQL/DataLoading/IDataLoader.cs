namespace Personalify.GraphQL.DataLoading;

/// <summary>A DataLoader of any key and value.</summary>
public interface IDataLoader
{
    /// <summary>Forgets every key, so that the next loads fetch again. Loads that are under way still get their values.</summary>
    void ClearCache();
}

/// <summary>Collects the keys that many callers ask for and fetches them in one batch. GreenDonut's vocabulary.</summary>
public interface IDataLoader<TKey, TValue> : IDataLoader
    where TKey : notnull
{
    /// <summary>The value of a key, or default when there is none. Asking twice in a request costs one fetch.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of several keys, in their order; default where there is none.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    /// <summary>The value of a key that must exist.</summary>
    /// <exception cref="KeyNotFoundException">There is no value.</exception>
    Task<TValue> LoadRequiredAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>What this loader tells its batches beyond the keys: nothing, unless it is a branch.</summary>
    DataLoaderFetchContext Context { get; }

    /// <summary>
    /// A branch of this loader that tells its batches something more. Branches with equal state are the same one within a request, so
    /// that their callers share batches; branches with different state share nothing.
    /// </summary>
    /// <param name="key">The name that the loader reads it by.</param>
    /// <param name="value">Anything that compares by value; what does not has a branch for each instance.</param>
    IDataLoader<TKey, TValue> SetState<TState>(string key, TState value);

    /// <summary>Puts a known value into the request's cache; an entry that is there stays.</summary>
    void SetCacheEntry(TKey key, TValue? value);

    /// <summary>Forgets a key, so that the next load fetches it again.</summary>
    void RemoveCacheEntry(TKey key);
}
