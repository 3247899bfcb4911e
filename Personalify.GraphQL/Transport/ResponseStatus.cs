using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Errors;
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
        RequestErrorKind.NotAuthorized => OfRefusal(result.Errors[0].Code),
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>What is neither the one nor the other is a mistake of the application.</summary>
    private static int OfRefusal(string? code) => code switch
    {
        ErrorCodes.NotAuthenticated => StatusCodes.Status401Unauthorized,
        ErrorCodes.NotAuthorized => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status500InternalServerError,
    };
}
