using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>A socket of one client, from its handshake until it is closed.</summary>
/// <param name="httpContext">The handshake. Its user is who the socket's operations are run for.</param>
public sealed class SocketSession(HttpContext httpContext)
{
    /// <summary>The request that opened the socket.</summary>
    public HttpContext HttpContext { get; } = httpContext;

    /// <summary>
    /// State that every operation of the socket starts with. To be filled in <see cref="SocketSessionInterceptor.OnConnectAsync"/>; a
    /// <c>ClaimsPrincipal</c> under that name replaces the handshake's user.
    /// </summary>
    public IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>();
}
