namespace Personalify.GraphQL.Transport;

/// <summary>Why a socket is closed. The codes from 4400 on are those of the protocol graphql-transport-ws.</summary>
internal sealed class SocketViolation(int code, string message) : Exception(message)
{
    public int Code { get; } = code;

    public static SocketViolation NormalClosure() => new(1000, "");

    public static SocketViolation GoingAway() => new(1001, "The server stops. Connect again in a moment.");

    public static SocketViolation TooLarge(int limit) => new(1009, $"A message may have {limit} bytes. Send less in variables, or post the request.");

    public static SocketViolation Invalid(string message) => new(4400, message);

    public static SocketViolation NotAcknowledged() => new(4401, "Unauthorized: wait for connection_ack.");

    public static SocketViolation Forbidden(string? message) => new(4403, message ?? "Forbidden");

    public static SocketViolation UnknownProtocol() => new(4406, "Subprotocol not acceptable: offer graphql-transport-ws.");

    public static SocketViolation InitializationTimeout() => new(4408, "Connection initialisation timeout");

    public static SocketViolation IdInUse(string id) => new(4409, $"Subscriber for {id} already exists");

    public static SocketViolation SecondInitialization() => new(4429, "Too many initialisation requests");

    public static SocketViolation InternalError() => new(4500, "Internal server error");
}
