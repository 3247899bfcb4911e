using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Transport;

/// <summary>What one HTTP request asks: one operation, or a batch that is answered with a list.</summary>
internal sealed record ReceivedRequest(IReadOnlyList<RequestParameters> Requests, bool IsBatch)
{
    /// <summary>The files that came beside the operations, by their keys; <c>null</c> for none.</summary>
    public IReadOnlyDictionary<string, IFile>? Files { get; private init; }

    public static ReceivedRequest Of(RequestParameters single) => new([single], IsBatch: false);

    public ReceivedRequest With(IReadOnlyDictionary<string, IFile> files) => this with { Files = files };
}
