using System.Collections.Concurrent;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Documents in a folder: <c>{id}.graphql</c>, for a hash its 64 digits. Clients never add to it. A file is read once, so a changed
/// one counts after the next start.
/// </summary>
/// <param name="folder">The folder; it may be filled while the server runs.</param>
public sealed class FileSystemOperationDocumentStorage(string folder) : IOperationDocumentStorage
{
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _read = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(id.Value, out var known)) return known;
        var path = Path.Combine(folder, id.Value + ".graphql");
        if (!File.Exists(path)) return null;
        return _read[id.Value] = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
    }
}
