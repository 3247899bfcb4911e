using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>One request over HTTP: negotiate, read, execute, write.</summary>
internal sealed class GraphQLHttpHandler(
    IRequestExecutor executor, GraphQLServerOptions options, IServiceProvider services)
{
    private readonly HttpRequestInterceptor[] _interceptors = [.. services.GetServices<HttpRequestInterceptor>()];

    public async Task HandleAsync(HttpContext context)
    {
        var accept = context.Request.Headers.Accept;
        var type = MediaTypes.Negotiate(accept);
        try
        {
            if (type is null) throw RejectedRequestException.NotAcceptable(accept.ToString());
            var request = await InterceptAsync(context, await ReadAsync(context));
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
            : await PostRequestReader.ReadAsync(context.Request, options.MaxAllowedRequestSize);
        return new GraphQLRequest
        {
            Document = parameters.Document,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            AllowMutation = !isGet,
            Services = ServicesOf(context),
            ContextDataSource = ContextDataOf,
            Origin = context,
        };
    }

    /// <summary>
    /// Resolvers open scopes of their own, so a request pays for one of its own only where middleware has put other services in
    /// the place of the application's.
    /// </summary>
    private IServiceProvider ServicesOf(HttpContext context) =>
        context.Features.Get<IServiceProvidersFeature>() is null or RequestServicesFeature ? services : context.RequestServices;

    private static Dictionary<string, object?> ContextDataOf(object context) => new() { [nameof(ClaimsPrincipal)] = ((HttpContext)context).User };

    private async ValueTask<GraphQLRequest> InterceptAsync(HttpContext context, GraphQLRequest request)
    {
        foreach (var interceptor in _interceptors) await interceptor(context, request.ContextData, context.RequestAborted);
        return request;
    }
}
