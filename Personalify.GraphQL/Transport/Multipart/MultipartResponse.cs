using System.Buffers;
using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Answers one request with a result in each part of a <c>multipart/mixed</c> body. GraphQL over HTTP: rfcs/IncrementalDelivery.md; RFC 2046: 5.1.
/// </summary>
internal static class MultipartResponse
{
    private static readonly byte[] Delimiter = [.. "\r\n---"u8], PartHead = [.. "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8], End = [.. "--\r\n"u8];

    public static async Task WriteAsync(HttpContext context, ResponseStream response, CancellationToken ended)
    {
        Start(context.Response);
        if (response.Result is { } single) await WritePartAsync(context.Response, single, ended);
        else
        {
            await foreach (var result in response.ReadResultsAsync())
            {
                using (result) await WritePartAsync(context.Response, result, ended);
            }
        }

        if (ended.IsCancellationRequested) return;
        context.Response.BodyWriter.Write(End);
        await context.Response.BodyWriter.FlushAsync(ended);
    }

    private static void Start(HttpResponse response)
    {
        response.ContentType = MediaTypes.Multipart + "; boundary=\"-\"";
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers.Vary = "Accept";
        response.Headers["X-Accel-Buffering"] = "no"; // Proxies that collect a response before they pass it on.
        response.BodyWriter.Write(Delimiter);
    }

    /// <summary>The delimiter behind the part goes with it: until then the client cannot know that the part has ended.</summary>
    private static async Task WritePartAsync(HttpResponse response, ExecutionResult result, CancellationToken ended)
    {
        response.BodyWriter.Write(PartHead);
        result.WriteTo(response.BodyWriter);
        response.BodyWriter.Write(Delimiter);
        await response.BodyWriter.FlushAsync(ended);
    }
}
