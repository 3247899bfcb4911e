using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>Reads a POST. GraphQL over HTTP: 5.4 POST.</summary>
internal static class PostRequestReader
{
    public static async ValueTask<ReceivedRequest> ReadAsync(HttpContext context, GraphQLServerOptions options, OperationAddress? address, CancellationToken cancellationToken)
    {
        var request = context.Request;
        RequestGuard.CheckEncoding(request);
        if (MediaTypes.IsJsonBody(request.ContentType)) return JsonRequest.Parse(await ReadBodyAsync(request, options.MaxAllowedRequestSize), options, address);
        if (options.EnableMultipartRequests && MultipartRequestReader.IsForm(request.ContentType))
            return await new MultipartRequestReader(context, options, address).ReadAsync(cancellationToken);
        throw RejectedRequestException.UnsupportedContentType(request.ContentType);
    }

    /// <summary>A client that goes away ends the read by itself; a token would only cost.</summary>
    private static async ValueTask<RequestBody> ReadBodyAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes) throw RejectedRequestException.TooLarge(maxBytes);
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync();
            if (result.Buffer.Length > maxBytes) throw RejectedRequestException.TooLarge(maxBytes);
            if (result.IsCompleted)
            {
                var body = RequestBody.Of(result.Buffer);
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
