using Personalify.GraphQL.Execution;

namespace Personalify.Api.OperationDocuments;

/// <summary>
/// Looks for a document in one storage after the other. What clients have added is asked last and is a storage of its own, so that where only
/// trusted documents run, nothing that a client has ever added does.
/// </summary>
public sealed class KnownDocuments(IReadOnlyList<IOperationDocumentStorage> trusted, IAutomaticOperationDocumentStorage? automatic)
    : IAutomaticOperationDocumentStorage
{
    public async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken)
    {
        foreach (var storage in trusted)
        {
            if (await storage.TryReadAsync(id, cancellationToken) is { } document) return document;
        }

        return automatic is null ? null : await automatic.TryReadAsync(id, cancellationToken);
    }

    public ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken) =>
        automatic?.SaveAsync(id, document, cancellationToken) ?? ValueTask.CompletedTask;
}
