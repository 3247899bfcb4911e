using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Personalify.GraphQL.Transport;

/// <summary>What an address such as <c>/graphql/persisted/{documentId}/{operationName}</c> names, so that the request need not.</summary>
internal sealed record OperationAddress(string DocumentId, string? OperationName)
{
    public const string DocumentIdKey = "documentId";
    public const string OperationNameKey = "operationName";

    public static OperationAddress Of(HttpContext context) =>
        new((string)context.GetRouteValue(DocumentIdKey)!, (string?)context.GetRouteValue(OperationNameKey));
}
