using System.Buffers;
using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Writes results. GraphQL over HTTP: 6 Response.</summary>
internal static class HttpResponseWriter
{
    public static Task WriteAsync(HttpContext context, ExecutionResult result, ResponseMediaType type)
    {
        if (result.Kind == RequestErrorKind.OperationNotAllowed) context.Response.Headers.Allow = HttpMethods.Post;
        return WriteAsync(context.Response, ResponseStatus.Of(result, type), result, type);
    }

    /// <summary>A request that never became a result is told so in the same form.</summary>
    public static Task WriteAsync(HttpContext context, RejectedRequestException rejected, ResponseMediaType type)
    {
        if (rejected.Allowed is { } methods) context.Response.Headers.Allow = methods;
        if (rejected.AcceptEncoding is { } encodings) context.Response.Headers.AcceptEncoding = encodings;
        return WriteAsync(context.Response, rejected.Status, new ExecutionResult(RequestErrorKind.Validation, [rejected.ToError()]), type);
    }

    /// <summary>The results of a batch are a list, in the order of its requests; each says for itself how it went.</summary>
    public static Task WriteAsync(HttpContext context, IReadOnlyList<ExecutionResult> results, ResponseMediaType type)
    {
        var body = new ArrayBufferWriter<byte>();
        for (var i = 0; i < results.Count; i++)
        {
            body.Write(i == 0 ? "["u8 : ","u8);
            results[i].WriteTo(body);
        }

        body.Write("]"u8);
        return WriteAsync(context.Response, StatusCodes.Status200OK, body.WrittenMemory, type);
    }

    private static Task WriteAsync(HttpResponse response, int status, ExecutionResult result, ResponseMediaType type)
    {
        return WriteAsync(response, status, result.Response.IsEmpty ? Write(result) : result.Response, type);
    }

    private static async Task WriteAsync(HttpResponse response, int status, ReadOnlyMemory<byte> body, ResponseMediaType type)
    {
        response.StatusCode = status;
        response.ContentType = MediaTypes.ContentType(type);
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store"; // Answers are about a person.
        response.Headers.Vary = "Accept";
        await response.BodyWriter.WriteAsync(body);
    }

    private static ReadOnlyMemory<byte> Write(ExecutionResult result)
    {
        var body = new ArrayBufferWriter<byte>(result.Data.Length + 256);
        result.WriteTo(body);
        return body.WrittenMemory;
    }
}
