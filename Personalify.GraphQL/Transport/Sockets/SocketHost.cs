using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>What all sockets of an endpoint share.</summary>
internal sealed class SocketHost(IRequestExecutor executor, GraphQLServerOptions options, IServiceProvider services)
{
    private readonly Lazy<IReadOnlyList<SocketSessionInterceptor>> _socketInterceptors = new(() => [.. services.GetServices<SocketSessionInterceptor>()]);
    private readonly ContextDataCollector _contextData = new(services);

    public IRequestExecutor Executor { get; } = executor;

    public GraphQLServerOptions ServerOptions { get; } = options;

    public GraphQLSocketOptions Options { get; } = options.Sockets;

    /// <summary>Made for the first socket: what they need may be missing where the schema is only exported.</summary>
    public IReadOnlyList<SocketSessionInterceptor> SocketInterceptors => _socketInterceptors.Value;

    /// <summary>Are told of sockets.</summary>
    public ServerDiagnosticEventListener[] Listeners { get; } = ServerEvents.ListenersOf(services);

    public TimeProvider Time { get; } = services.GetService<TimeProvider>() ?? TimeProvider.System;

    public ILogger Logger { get; } = (ILogger?)services.GetService<ILogger<GraphQLWebSocketHandler>>() ?? NullLogger.Instance;

    public async ValueTask<GraphQLRequest> CreateRequestAsync(SocketSession session, SocketOperation operation, RequestParameters parameters)
    {
        var request = await _contextData.InterceptAsync(session.HttpContext, Request(session, parameters), operation.Ended);
        foreach (var (key, value) in session.ContextData) request.ContextData[key] = value;
        foreach (var interceptor in SocketInterceptors) await interceptor.OnRequestAsync(session, operation.Id, request.ContextData, operation.Ended);
        return request;
    }

    private static GraphQLRequest Request(SocketSession session, RequestParameters parameters) => new()
    {
        Document = parameters.Document,
        DocumentId = parameters.DocumentId,
        OperationName = parameters.OperationName,
        VariablesText = parameters.Variables,
        Extensions = parameters.Extensions,
        Services = session.HttpContext.RequestServices,
        ContextData = ContextDataCollector.Of(ContextDataCollector.UserOf(session.HttpContext)),
    };
}
