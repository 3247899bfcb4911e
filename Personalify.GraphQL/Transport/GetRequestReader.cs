using System.Text;
using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>Reads a GET. An empty parameter counts as absent. GraphQL over HTTP: 5.3 GET.</summary>
internal static class GetRequestReader
{
    public static RequestParameters Read(IQueryCollection query) => new()
    {
        Document = Encoding.UTF8.GetBytes(Parameter(query, "query") ?? throw RejectedRequestException.NoDocument()),
        OperationName = Parameter(query, "operationName"),
        Variables = Parameter(query, "variables") is { } variables ? JsonRequest.ParseObjectParameter("variables", variables) : default,
        Extensions = Parameter(query, "extensions") is { } extensions ? JsonRequest.ParseObjectParameter("extensions", extensions) : default,
    };

    private static string? Parameter(IQueryCollection query, string name)
    {
        var values = query[name];
        if (values.Count > 1) throw RejectedRequestException.Malformed($"The parameter '{name}' is given {values.Count} times. Give it once.");
        return string.IsNullOrEmpty(values.ToString()) ? null : values.ToString();
    }
}
