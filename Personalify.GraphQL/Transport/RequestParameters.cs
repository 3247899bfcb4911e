using System.Text.Json;

namespace Personalify.GraphQL.Transport;

/// <summary>The parameters of a request, however they were sent. GraphQL over HTTP: 4.1 Request Parameters.</summary>
internal sealed class RequestParameters
{
    /// <summary>The document as UTF-8.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or default.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>A JSON object, or default.</summary>
    public JsonElement Extensions { get; init; }
}
