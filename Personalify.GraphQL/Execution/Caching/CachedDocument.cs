using System.Collections.Concurrent;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>A valid document and what was prepared of its operations.</summary>
internal sealed class CachedDocument(Schema schema, DocumentNode document)
{
    private readonly ConcurrentDictionary<OperationDefinitionNode, PreparedOperation> _operations = new(ReferenceEqualityComparer.Instance);

    public DocumentNode Document => document;

    public PreparedOperation Prepare(OperationDefinitionNode operation, ObjectType rootType) =>
        _operations.TryGetValue(operation, out var known)
            ? known
            : _operations.GetOrAdd(operation, new PreparedOperation(schema, document, operation, rootType));
}
