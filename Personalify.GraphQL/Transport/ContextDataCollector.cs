using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>The state that resolvers find: who asks, and what interceptors add.</summary>
internal sealed class ContextDataCollector(IServiceProvider services)
{
    private readonly HttpRequestInterceptor[] _interceptors = [.. services.GetServices<HttpRequestInterceptor>()];

    /// <summary>Who asks.</summary>
    /// <param name="origin">The <see cref="HttpContext"/>, as <see cref="GraphQLRequest.Origin"/> holds it.</param>
    public static Dictionary<string, object?> Of(object origin) => new() { [nameof(ClaimsPrincipal)] = ((HttpContext)origin).User };

    /// <summary>Lets the interceptors add to the request.</summary>
    public async ValueTask<GraphQLRequest> InterceptAsync(HttpContext context, GraphQLRequest request, CancellationToken cancellationToken)
    {
        foreach (var interceptor in _interceptors) await interceptor(context, request.ContextData, cancellationToken);
        return request;
    }
}
