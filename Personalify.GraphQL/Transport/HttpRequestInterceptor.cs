using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Runs before each request that arrived over HTTP, and before each operation on a socket with the handshake as its context. May fill the
/// context data, which resolvers read with <see cref="GlobalStateAttribute"/>. The signed-in user is there already, as <c>ClaimsPrincipal</c>.
/// </summary>
public delegate ValueTask HttpRequestInterceptor(
    HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken);
