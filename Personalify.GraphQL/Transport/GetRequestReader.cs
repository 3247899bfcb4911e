using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>Reads a GET. An empty parameter counts as absent. GraphQL over HTTP: 5.3 GET.</summary>
internal static class GetRequestReader
{
    public static RequestParameters Read(IQueryCollection query, OperationAddress? address) => RequestParameters.Of(
        Parameter(query, "query") is { } document ? Encoding.UTF8.GetBytes(document) : default(ReadOnlyMemory<byte>?),
        Parameter(query, "documentId") ?? Parameter(query, "id"),
        Parameter(query, "operationName"),
        Object(query, "variables") is { ValueKind: JsonValueKind.Object } variables ? JsonMarshal.GetRawUtf8Value(variables).ToArray() : default(ReadOnlyMemory<byte>),
        Object(query, "extensions"),
        address);

    private static JsonElement Object(IQueryCollection query, string name) =>
        Parameter(query, name) is { } json ? JsonRequest.ParseObjectParameter(name, json) : default;

    private static string? Parameter(IQueryCollection query, string name)
    {
        var values = query[name];
        if (values.Count > 1) throw RejectedRequestException.Malformed($"The parameter '{name}' is given {values.Count} times. Give it once.");
        return string.IsNullOrEmpty(values.ToString()) ? null : values.ToString();
    }
}
