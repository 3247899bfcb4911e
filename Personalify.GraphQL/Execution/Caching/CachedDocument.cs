using System.Collections.Concurrent;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>A valid document and what was prepared of its operations.</summary>
/// <param name="schema">The schema that it is valid against.</param>
/// <param name="document">The document.</param>
/// <param name="observesFields">Whether its plans tell of their resolvers.</param>
internal sealed class CachedDocument(Schema schema, DocumentNode document, bool observesFields = false)
{
    private readonly ConcurrentDictionary<OperationDefinitionNode, PreparedOperation> _operations = new(ReferenceEqualityComparer.Instance);

    public DocumentNode Document => document;

    /// <summary>The SHA-256 of the text. Computed when somebody asks.</summary>
    public string Hash => field ??= OperationDocumentId.Of(document.Source!.Text.Span).ToString();

    public PreparedOperation Prepare(OperationDefinitionNode operation, ObjectType rootType) =>
        _operations.TryGetValue(operation, out var known)
            ? known
            : _operations.GetOrAdd(operation, new PreparedOperation(schema, document, operation, rootType, observesFields));
}
