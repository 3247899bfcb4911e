using System.Collections.Concurrent;

namespace Personalify.GraphQL.Execution;

/// <summary>Documents in this process. The oldest makes room when it is full.</summary>
/// <param name="capacity">The most documents that are kept. Default: 1,000.</param>
public sealed class InMemoryOperationDocumentStorage(int capacity = 1_000) : IAutomaticOperationDocumentStorage
{
    private readonly ConcurrentDictionary<OperationDocumentId, ReadOnlyMemory<byte>> _documents = new();
    private readonly Queue<OperationDocumentId> _byAge = new();
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken) =>
        new(_documents.TryGetValue(id, out var document) ? document : default(ReadOnlyMemory<byte>?));

    /// <inheritdoc />
    public ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_documents.TryAdd(id, document.ToArray())) return ValueTask.CompletedTask;
            _byAge.Enqueue(id);
            if (_byAge.Count > capacity) _documents.TryRemove(_byAge.Dequeue(), out _);
        }

        return ValueTask.CompletedTask;
    }
}
