using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>The HTTP status of a result. GraphQL over HTTP: 6.4 Status Codes.</summary>
internal static class ResponseStatus
{
    /// <summary>
    /// <c>application/json</c> is older than these rules: its clients take any status but 200 for a broken server, so every
    /// well-formed request is answered with 200. The one exception is an operation that the method forbids.
    /// </summary>
    public static int Of(ExecutionResult result, ResponseMediaType type) => result.Kind switch
    {
        RequestErrorKind.OperationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        _ when type == ResponseMediaType.Json => StatusCodes.Status200OK,
        RequestErrorKind.None or RequestErrorKind.OnlyValidated => StatusCodes.Status200OK,
        RequestErrorKind.Cancelled => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
