using System.Diagnostics;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>What is known of a request so far, for those who listen. Made only when somebody does.</summary>
public sealed class RequestContext
{
    private readonly PreparedRequest _prepared;

    internal RequestContext(Schema schema, PreparedRequest prepared, RequestContext? subscription)
    {
        (Schema, _prepared, Subscription) = (schema, prepared, subscription);
    }

    /// <summary>The schema that the request runs against.</summary>
    public Schema Schema { get; }

    /// <summary>The request as it came. Its variables may be about persons.</summary>
    public GraphQLRequest Request => _prepared.Request;

    /// <summary>State of the request, the same that resolvers see.</summary>
    public IDictionary<string, object?> ContextData => Request.ContextData;

    /// <summary>The document, once it is known to be valid. Literals in it may be about persons.</summary>
    public DocumentNode? Document => ((CachedDocument?)_prepared.Document)?.Document;

    /// <summary>
    /// The document's text as UTF-8: as it was sent, or as the storage knows it; empty when neither is so. Good for the time of the call
    /// only: the transport may use the memory for something else afterwards.
    /// </summary>
    public ReadOnlyMemory<byte> DocumentText => _prepared.Text;

    /// <summary>
    /// The SHA-256 of the document, as <c>sha256:</c> and 64 hexadecimal digits; <c>null</c> without a document. Computed once for a valid
    /// document, and each time it is asked for another.
    /// </summary>
    public string? DocumentHash => (CachedDocument?)_prepared.Document is { } known ? known.Hash
        : _prepared.Text.IsEmpty ? null : OperationDocumentId.Of(_prepared.Text.Span).ToString();

    /// <summary>The id that the document is stored under; <c>null</c> when the client has sent a text that nobody had to know.</summary>
    public OperationDocumentId? DocumentId { get; internal set; }

    /// <summary>The kind of the operation, once it is selected.</summary>
    public OperationType? OperationType => ((OperationDefinitionNode?)_prepared.Definition)?.Operation;

    /// <summary>The operation's name, once it is selected and if it has one. Clients choose it, and it can be as long as a document.</summary>
    public string? OperationName => ((OperationDefinitionNode?)_prepared.Definition)?.Name?.Value;

    /// <summary>The request that opened the subscription, where this is one of its events.</summary>
    public RequestContext? Subscription { get; }

    /// <summary>
    /// The result, once it is there: when the scopes of the request or of the event end. A subscription that has begun has none. Not to be
    /// kept: its data goes back to a pool.
    /// </summary>
    public ExecutionResult? Result { get; internal set; }

    /// <summary>Whether the engine itself failed, so that there may be no result.</summary>
    internal bool HasFailed { get; set; }

    /// <summary>The span of the request or of the event, where there is one.</summary>
    internal Activity? Activity { get; set; }

    /// <summary>What the later results of an answer in parts have told so far.</summary>
    internal LaterResults Later { get; private set; }

    internal void Add(IncrementalPayload result) => Later = Later.With(result);
}

/// <summary>What the later results of an answer in parts have told.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="AreComplete">Whether the last of them said that it is the last.</param>
/// <param name="FirstError">The first error of any of them.</param>
internal readonly record struct LaterResults(int Count, bool AreComplete, GraphQLError? FirstError)
{
    public LaterResults With(IncrementalPayload result) => new(Count + 1, !result.HasNext, FirstError ?? result.AllErrors.FirstOrDefault());
}
