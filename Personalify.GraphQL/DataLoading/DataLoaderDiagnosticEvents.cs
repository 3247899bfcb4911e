using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.DataLoading;

/// <summary>Several listeners as one.</summary>
internal sealed class DataLoaderDiagnosticEvents(DataLoaderDiagnosticEventListener[] listeners) : DataLoaderDiagnosticEventListener
{
    /// <summary>The listeners as one; <c>null</c> for none.</summary>
    public static DataLoaderDiagnosticEventListener? Of(DataLoaderDiagnosticEventListener[] listeners) => listeners.Length switch
    {
        0 => null,
        1 => listeners[0],
        _ => new DataLoaderDiagnosticEvents(listeners),
    };

    public override IDisposable ExecuteBatch<TKey>(IDataLoader dataLoader, IReadOnlyList<TKey> keys) =>
        ScopeSet.Open(listeners, (dataLoader, keys), static (listener, batch) => listener.ExecuteBatch(batch.dataLoader, batch.keys));

    public override void BatchResults<TKey, TValue>(IReadOnlyList<TKey> keys, ReadOnlySpan<Result<TValue>> values)
    {
        foreach (var listener in listeners) listener.BatchResults(keys, values);
    }

    public override void BatchError<TKey>(IReadOnlyList<TKey> keys, Exception error)
    {
        foreach (var listener in listeners) listener.BatchError(keys, error);
    }

    public override void BatchItemError<TKey>(TKey key, Exception error)
    {
        foreach (var listener in listeners) listener.BatchItemError(key, error);
    }

    public override void ResolvedTaskFromCache<TKey>(IDataLoader dataLoader, TKey key)
    {
        foreach (var listener in listeners) listener.ResolvedTaskFromCache(dataLoader, key);
    }
}
