using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>An <see cref="HttpRequestInterceptor"/> that needs services: its constructor gets them. One instance serves all requests.</summary>
public interface IHttpRequestInterceptor
{
    /// <summary>Runs before each request; what it puts into the context data, resolvers read with <see cref="GlobalStateAttribute"/>.</summary>
    ValueTask OnCreateAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken);
}
