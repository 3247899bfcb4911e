using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Finds the text of a request that names its document by an id, and refuses texts that nobody published where only known ones may
/// run. A text that is known by its hash is compared with it each time, so that no storage can pass off another.
/// </summary>
internal sealed class PersistedOperations(IOperationDocumentStorage? storage, RequestExecutorOptions options)
{
    private readonly PersistedOperationOptions _options = options.PersistedOperations;
    private readonly IAutomaticOperationDocumentStorage? _automatic =
        options.PersistedOperations.AllowAutomaticPersistedOperations ? storage as IAutomaticOperationDocumentStorage : null;

    /// <summary>Whether the request is more than a document that anybody may send.</summary>
    public bool Concerns(GraphQLRequest request) =>
        _options.OnlyAllowPersistedDocuments || request.DocumentId is not null || PersistedQueryExtension.IsIn(request.Extensions);

    /// <summary>Fills in the request's text; returns why it cannot run, or <c>null</c>.</summary>
    public async ValueTask<ExecutionResult?> FindAsync(PreparedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await FindTextAsync(request, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (GraphQLException refusal)
        {
            return new ExecutionResult(RequestErrorKind.Validation, [refusal.Error]);
        }
    }

    /// <summary>Keeps a valid document that a client has sent together with its hash.</summary>
    public ValueTask KeepAsync(PreparedRequest request, CancellationToken cancellationToken) =>
        request.NewDocumentId is { } id && request.Text.Length <= options.MaxCachedDocumentBytes
            ? _automatic!.SaveAsync(id, request.Text.ToArray(), cancellationToken)
            : ValueTask.CompletedTask;

    private async ValueTask FindTextAsync(PreparedRequest request, CancellationToken cancellationToken)
    {
        var hash = PersistedQueryExtension.Read(request.Request.Extensions);
        if (request.Request.DocumentId is { } text) await ReadAsync(request, Parse(text, request), cancellationToken).ConfigureAwait(false);
        else if (hash is { } id) await FindByHashAsync(request, id, cancellationToken).ConfigureAwait(false);
        else await RequireKnownAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask FindByHashAsync(PreparedRequest request, OperationDocumentId id, CancellationToken cancellationToken)
    {
        if (request.Text.IsEmpty) await ReadByHashAsync(request, id, cancellationToken).ConfigureAwait(false);
        else if (!id.Matches(request.Text.Span)) throw Refused("extensions.persistedQuery.sha256Hash is not the SHA-256 of the document.", ErrorCodes.InvalidRequest);
        else if (_options.OnlyAllowPersistedDocuments) await RequireKnownAsync(request, cancellationToken).ConfigureAwait(false);
        else if (_automatic is not null) request.NewDocumentId = id;
    }

    /// <summary>The two messages are part of Apollo's protocol: clients answer the first with the whole document, and the second by never asking again.</summary>
    private async ValueTask ReadByHashAsync(PreparedRequest request, OperationDocumentId id, CancellationToken cancellationToken)
    {
        if (storage is null) throw Refused("PersistedQueryNotSupported", ErrorCodes.PersistedOperationNotFound);
        if (await TryReadAsync(request, id, cancellationToken).ConfigureAwait(false) is not { } document) throw Refused("PersistedQueryNotFound", ErrorCodes.PersistedOperationNotFound);
        request.Text = document;
    }

    private async ValueTask ReadAsync(PreparedRequest request, OperationDocumentId id, CancellationToken cancellationToken) =>
        request.Text = await TryReadAsync(request, id, cancellationToken).ConfigureAwait(false)
            ?? throw Refused($"The document '{id}' is not known here. Publish it first, or send its text as 'query'.", ErrorCodes.PersistedOperationNotFound);

    private async ValueTask RequireKnownAsync(PreparedRequest request, CancellationToken cancellationToken)
    {
        if (!_options.OnlyAllowPersistedDocuments) return;
        var isKnown = _options.AllowDocumentBody
            && await TryReadAsync(request, OperationDocumentId.Of(request.Text.Span), cancellationToken).ConfigureAwait(false) is not null;
        if (isKnown) return;
        request.Events?.UntrustedDocumentRejected();
        throw Refused("Only documents that are known here may run. Send the id of one as 'documentId'.", ErrorCodes.OnlyPersistedOperationsAllowed);
    }

    private async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(PreparedRequest request, OperationDocumentId id, CancellationToken cancellationToken)
    {
        if (storage is not null && await storage.TryReadAsync(id, cancellationToken).ConfigureAwait(false) is { } document && id.Matches(document.Span))
        {
            request.Events?.RetrievedDocumentFromStorage(id);
            return document;
        }

        request.Events?.DocumentNotFoundInStorage(id);
        return null;
    }

    private static OperationDocumentId Parse(string text, PreparedRequest request)
    {
        if (!request.Text.IsEmpty) throw Refused("Send either 'query' or 'documentId', not both.", ErrorCodes.InvalidRequest);
        return OperationDocumentId.TryParse(text, out var id) ? id : throw Refused(
            "A document's id is 'sha256:' and 64 hexadecimal digits, or up to 128 letters, digits, hyphens and underscores.", ErrorCodes.InvalidRequest);
    }

    private static GraphQLException Refused(string message, string code) => new(message, code);
}
