namespace Personalify.GraphQL.Execution;

/// <summary>
/// Documents that are known by an id, so that clients send the id alone. Called once for each request that needs it, at any time,
/// by many requests at once; what it holds is never trusted further than its id says (see <see cref="OperationDocumentId"/>).
/// </summary>
public interface IOperationDocumentStorage
{
    /// <summary>The document as UTF-8, or <c>null</c> when there is none of the id.</summary>
    ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken);
}

/// <summary>
/// A storage that clients may add to, by automatic persisted operations. It must be bounded: strangers fill it. What they add has
/// the hash of its text as id, was valid, and is short.
/// </summary>
public interface IAutomaticOperationDocumentStorage : IOperationDocumentStorage
{
    /// <summary>Keeps a document for a while.</summary>
    ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken);
}
