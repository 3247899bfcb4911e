using System.Text.Json;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Takes part in the life of sockets. Derive from it, override what you need and register it with <c>AddSocketSessionInterceptor</c>; one
/// instance serves all sockets. Exceptions close the socket with 4500.
/// </summary>
public abstract class SocketSessionInterceptor
{
    /// <summary>The client has introduced itself; until this completes it may start nothing. Accepts, unless overridden.</summary>
    /// <param name="session">The socket.</param>
    /// <param name="connectionInit">The payload of <c>connection_init</c>: an object, or undefined.</param>
    /// <param name="cancellationToken">Signalled when the socket ends.</param>
    public virtual ValueTask<ConnectionStatus> OnConnectAsync(SocketSession session, JsonElement connectionInit, CancellationToken cancellationToken) =>
        new(ConnectionStatus.Accept());

    /// <summary>An operation is about to run. The interceptors of HTTP requests have run already.</summary>
    /// <param name="session">The socket.</param>
    /// <param name="operationId">The id that the client chose.</param>
    /// <param name="contextData">The operation's state, for resolvers to read.</param>
    /// <param name="cancellationToken">Signalled when the operation ends.</param>
    public virtual ValueTask OnRequestAsync(
        SocketSession session, string operationId, IDictionary<string, object?> contextData, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>The socket is closed, and none of its operations runs any more.</summary>
    public virtual ValueTask OnCloseAsync(SocketSession session) => ValueTask.CompletedTask;
}

/// <summary>Whether a socket may be used. graphql-transport-ws: ConnectionAck; close code 4403.</summary>
public sealed class ConnectionStatus
{
    private ConnectionStatus(bool isAccepted, string? message, IReadOnlyDictionary<string, object?>? payload) =>
        (IsAccepted, Message, Payload) = (isAccepted, message, payload);

    /// <summary>Whether the client may go on.</summary>
    public bool IsAccepted { get; }

    /// <summary>Why not, for the client to read.</summary>
    public string? Message { get; }

    /// <summary>What is sent with the acknowledgement.</summary>
    public IReadOnlyDictionary<string, object?>? Payload { get; }

    /// <summary>The client may start operations.</summary>
    /// <param name="payload">Sent with the acknowledgement.</param>
    public static ConnectionStatus Accept(IReadOnlyDictionary<string, object?>? payload = null) => new(true, null, payload);

    /// <summary>The socket is closed with 4403.</summary>
    /// <param name="message">Why; the client sees at most 123 bytes of it.</param>
    public static ConnectionStatus Reject(string? message = null) => new(false, message, null);
}
