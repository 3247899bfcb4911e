namespace Personalify.GraphQL.DataLoading;

/// <summary>Is told of the batches and hits of DataLoaders. GreenDonut's names.</summary>
public abstract class DataLoaderDiagnosticEventListener : DiagnosticEventListener
{
    /// <summary>A batch is fetched. The scope ends when its values, or its failure, are there and no caller has continued yet.</summary>
    /// <param name="dataLoader">The loader; of a branch, the loader that it is a branch of.</param>
    /// <param name="keys">The keys, none twice. They may be about persons: do not write them anywhere without thought.</param>
    public virtual IDisposable ExecuteBatch<TKey>(IDataLoader dataLoader, IReadOnlyList<TKey> keys)
        where TKey : notnull => EmptyScope;

    /// <summary>Within <see cref="ExecuteBatch"/>: the batch was fetched.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="values">What was found for <c>keys[i]</c>, a failure of this key alone included.</param>
    public virtual void BatchResults<TKey, TValue>(IReadOnlyList<TKey> keys, ReadOnlySpan<Result<TValue>> values)
        where TKey : notnull
    {
    }

    /// <summary>Within <see cref="ExecuteBatch"/>: the batch failed, and with it every one of its keys.</summary>
    public virtual void BatchError<TKey>(IReadOnlyList<TKey> keys, Exception error)
        where TKey : notnull
    {
    }

    /// <summary>Within <see cref="ExecuteBatch"/>: a single key failed.</summary>
    public virtual void BatchItemError<TKey>(TKey key, Exception error)
        where TKey : notnull
    {
    }

    /// <summary>
    /// A key was asked for that the request has already, or is fetching. Called inside the loader's lock: count, and return.
    /// </summary>
    public virtual void ResolvedTaskFromCache<TKey>(IDataLoader dataLoader, TKey key)
        where TKey : notnull
    {
    }
}
