using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Transport;

/// <summary>Tells the listeners of one HTTP request or socket what happens to it. Where nobody listens there is none.</summary>
internal sealed class ServerEvents(ServerDiagnosticEventListener[] listeners, HttpContext context)
{
    /// <summary>The listeners that the application has registered.</summary>
    public static ServerDiagnosticEventListener[] ListenersOf(IServiceProvider services) =>
        [.. services.GetServices<DiagnosticEventListener>().OfType<ServerDiagnosticEventListener>()];

    /// <summary>Looks who would notice anything; <c>null</c> when nobody does.</summary>
    public static ServerEvents? Begin(ServerDiagnosticEventListener[] listeners, HttpContext context) =>
        listeners.Length > 0 && Array.FindAll(listeners, listener => listener.IsEnabled) is { Length: > 0 } enabled ? new ServerEvents(enabled, context) : null;

    public IDisposable ExecuteHttpRequest() =>
        ScopeSet.Open(listeners, (context, kind: KindOf(context.Request)), static (listener, request) => listener.ExecuteHttpRequest(request.context, request.kind));

    public IDisposable ParseHttpRequest() => ScopeSet.Open(listeners, context, static (listener, context) => listener.ParseHttpRequest(context));

    public IDisposable FormatHttpResponse(ExecutionResult result) =>
        ScopeSet.Open(listeners, (context, result), static (listener, response) => listener.FormatHttpResponse(response.context, response.result));

    public IDisposable WebSocketSession() => ScopeSet.Open(listeners, context, static (listener, context) => listener.WebSocketSession(context));

    public void StartSingleRequest(GraphQLRequest request)
    {
        foreach (var listener in listeners) listener.StartSingleRequest(context, request);
    }

    public void StartBatchRequest(int count)
    {
        foreach (var listener in listeners) listener.StartBatchRequest(context, count);
    }

    public void HttpRequestError(GraphQLError error)
    {
        foreach (var listener in listeners) listener.HttpRequestError(context, error);
    }

    public void HttpRequestError(Exception error)
    {
        foreach (var listener in listeners) listener.HttpRequestError(context, error);
    }

    public void WebSocketSessionError(Exception error)
    {
        foreach (var listener in listeners) listener.WebSocketSessionError(context, error);
    }

    private static HttpRequestKind KindOf(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method)) return HttpRequestKind.HttpGet;
        return MultipartRequestReader.IsForm(request.ContentType) ? HttpRequestKind.HttpMultiPart : HttpRequestKind.HttpPost;
    }
}
