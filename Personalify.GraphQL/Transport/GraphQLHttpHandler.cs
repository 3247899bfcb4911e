using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>One request over HTTP: negotiate, read, execute, write.</summary>
internal sealed class GraphQLHttpHandler(
    IRequestExecutor executor, GraphQLServerOptions options, IReadOnlyList<HttpRequestInterceptor> interceptors)
{
    public async Task HandleAsync(HttpContext context)
    {
        var accept = context.Request.Headers.Accept;
        var type = MediaTypes.Negotiate(accept);
        try
        {
            if (type is null) throw RejectedRequestException.NotAcceptable(accept.ToString());
            var request = await ReadAsync(context);
            using var result = await executor.ExecuteAsync(request, context.RequestAborted);
            if (!context.RequestAborted.IsCancellationRequested) await HttpResponseWriter.WriteAsync(context, result, type.Value);
        }
        catch (RejectedRequestException rejected)
        {
            await HttpResponseWriter.WriteAsync(context, rejected, type ?? ResponseMediaType.Json);
        }
    }

    private async ValueTask<GraphQLRequest> ReadAsync(HttpContext context)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        RequestGuard.CheckMethod(context.Request, options);
        var parameters = isGet
            ? GetRequestReader.Read(context.Request.Query)
            : await PostRequestReader.ReadAsync(context.Request, options.MaxAllowedRequestSize, context.RequestAborted);
        return new GraphQLRequest
        {
            Document = parameters.Document,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            AllowMutation = !isGet,
            Services = context.RequestServices,
            ContextData = await CollectContextDataAsync(context),
        };
    }

    private async ValueTask<IDictionary<string, object?>> CollectContextDataAsync(HttpContext context)
    {
        var data = new Dictionary<string, object?> { [nameof(ClaimsPrincipal)] = context.User };
        foreach (var interceptor in interceptors) await interceptor(context, data, context.RequestAborted);
        return data;
    }
}
