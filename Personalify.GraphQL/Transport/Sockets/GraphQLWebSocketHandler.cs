using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Personalify.GraphQL.Transport;

/// <summary>From a handshake to a served socket.</summary>
internal sealed class GraphQLWebSocketHandler(SocketHost host, IHostApplicationLifetime lifetime)
{
    /// <summary>Whether the request is a handshake, over HTTP/1.1 or as a stream of HTTP/2.</summary>
    public static bool IsHandshake(HttpRequest request) =>
        HttpMethods.IsConnect(request.Method)
        || (request.Headers.Upgrade is { Count: > 0 } upgrade && upgrade.Contains("websocket", StringComparer.OrdinalIgnoreCase));

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest) context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (SocketOrigin.IsTrusted(context.Request, host.Options.AllowedOrigins)) await AcceptAsync(context);
        else
        {
            GraphQLLog.ForeignOrigin(host.Logger, context.Request.Headers.Origin.ToString(), context.Request.Host.Value ?? "");
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    /// <summary>The protocol's code for an unknown sub-protocol can only be sent on an accepted socket.</summary>
    private async Task AcceptAsync(HttpContext context)
    {
        var isKnown = context.WebSockets.WebSocketRequestedProtocols.Contains(GraphQLTransportWs.Name);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(isKnown ? GraphQLTransportWs.Name : null);
        using var connection = new SocketConnection(socket, host.Options, host.Time);
        if (!isKnown) await connection.CloseAsync(SocketViolation.UnknownProtocol());
        using var stop = lifetime.ApplicationStopping.UnsafeRegister(_ => _ = connection.CloseAsync(SocketViolation.GoingAway()), null);
        var events = ServerEvents.Begin(host.Listeners, context);
        using var session = events?.WebSocketSession();
        using var protocol = new GraphQLTransportWs(connection, new SocketSession(context), host, events);
        await protocol.RunAsync();
        await connection.CloseAsync(SocketViolation.NormalClosure());
        if (socket.State == WebSocketState.Open) socket.Abort();
    }
}
