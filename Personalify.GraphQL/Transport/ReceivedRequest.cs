using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Transport;

/// <summary>What one HTTP request asks: one operation, or a batch that is answered with a list.</summary>
/// <param name="Single">The operation, where there is no batch.</param>
/// <param name="Batch">The operations of a batch, or <c>null</c>.</param>
internal readonly record struct ReceivedRequest(RequestParameters Single, IReadOnlyList<RequestParameters>? Batch = null)
{
    /// <summary>The memory that the parameters lie in; <c>null</c> when it is not pooled.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>The files that came beside the operations, by their keys; <c>null</c> for none.</summary>
    public IReadOnlyDictionary<string, IFile>? Files { get; init; }
}
