using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Is told what comes and goes over HTTP and WebSockets. Hot Chocolate's names.</summary>
public abstract class ServerDiagnosticEventListener : DiagnosticEventListener
{
    /// <summary>A request over HTTP, until its response is written; of an event stream, until the stream is over.</summary>
    public virtual IDisposable ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) => EmptyScope;

    /// <summary>Within <see cref="ExecuteHttpRequest"/>: the body or the address is read.</summary>
    public virtual IDisposable ParseHttpRequest(HttpContext context) => EmptyScope;

    /// <summary>Within <see cref="ExecuteHttpRequest"/>: a single request will be executed.</summary>
    public virtual void StartSingleRequest(HttpContext context, GraphQLRequest request)
    {
    }

    /// <summary>Within <see cref="ExecuteHttpRequest"/>: so many requests will be executed, one after the other.</summary>
    public virtual void StartBatchRequest(HttpContext context, int count)
    {
    }

    /// <summary>Within <see cref="ExecuteHttpRequest"/>: a single result is written. Results of batches and events of streams are not told of.</summary>
    public virtual IDisposable FormatHttpResponse(HttpContext context, ExecutionResult result) => EmptyScope;

    /// <summary>Within <see cref="ExecuteHttpRequest"/>: the request was refused before it reached the executor, such as a body that is no JSON.</summary>
    public virtual void HttpRequestError(HttpContext context, GraphQLError error)
    {
    }

    /// <summary>Within <see cref="ExecuteHttpRequest"/>: something failed that nobody expected, a client that broke off included.</summary>
    public virtual void HttpRequestError(HttpContext context, Exception exception)
    {
    }

    /// <summary>A WebSocket, from the accepted handshake until it is closed and nothing of it runs any more.</summary>
    public virtual IDisposable WebSocketSession(HttpContext context) => EmptyScope;

    /// <summary>Within <see cref="WebSocketSession"/>: a failure that closes the socket.</summary>
    public virtual void WebSocketSessionError(HttpContext context, Exception exception)
    {
    }
}
