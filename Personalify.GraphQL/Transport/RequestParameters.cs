using System.Text.Json;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>The parameters of a request, however they were sent. GraphQL over HTTP: 4.1 Request Parameters.</summary>
internal readonly record struct RequestParameters
{
    /// <summary>The document as UTF-8; empty when an id or a hash names it.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The id of a known document, or <c>null</c>.</summary>
    public string? DocumentId { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object as UTF-8, or empty.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>A JSON object, or default.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>A request says what to run: by the document, by its id, by its hash, or by the address that it is sent to.</summary>
    /// <exception cref="RejectedRequestException">It says none of them, or something else beside the address.</exception>
    public static RequestParameters Of(
        ReadOnlyMemory<byte>? document, string? documentId, string? operationName, ReadOnlyMemory<byte> variables, JsonElement extensions, OperationAddress? address)
    {
        var isNamed = document is not null || documentId is not null || PersistedQueryExtension.IsIn(extensions);
        if (address is null && !isNamed) throw RejectedRequestException.NoDocument();
        if (address is not null && (isNamed || operationName is not null)) throw RejectedRequestException.NamedTwice();
        return new RequestParameters
        {
            Document = document ?? default,
            DocumentId = address?.DocumentId ?? documentId,
            OperationName = address?.OperationName ?? operationName,
            Variables = variables,
            Extensions = extensions,
        };
    }
}
