using System.Collections.Frozen;
using System.Reflection;
using Personalify.GraphQL.Execution;

namespace Personalify.Api.OperationDocuments;

/// <summary>The operations of the dashboard's pages, which are built into this program, by the hash of their text.</summary>
public sealed class DashboardDocuments : IOperationDocumentStorage
{
    private const string Prefix = "Operations/";
    private readonly FrozenDictionary<OperationDocumentId, ReadOnlyMemory<byte>> _documents = ReadAll(typeof(DashboardDocuments).Assembly);

    /// <summary>The ids of all of them.</summary>
    public IReadOnlyCollection<OperationDocumentId> Ids => _documents.Keys;

    public ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken) =>
        new(_documents.TryGetValue(id, out var document) ? document : default(ReadOnlyMemory<byte>?));

    private static FrozenDictionary<OperationDocumentId, ReadOnlyMemory<byte>> ReadAll(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => Read(assembly, name))
        .DistinctBy(document => OperationDocumentId.Of(document))
        .ToFrozenDictionary(document => OperationDocumentId.Of(document), document => new ReadOnlyMemory<byte>(document));

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var document = new byte[stream.Length];
        stream.ReadExactly(document);
        return document;
    }
}
