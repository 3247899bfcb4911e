using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>The state that resolvers find: who asks, and what interceptors add.</summary>
internal sealed class ContextDataCollector(IServiceProvider services)
{
    private readonly HttpRequestInterceptor[] _interceptors = [.. services.GetServices<HttpRequestInterceptor>()];

    /// <summary>The state of a request that nothing was added to: who asks.</summary>
    public static Dictionary<string, object?> Of(ClaimsPrincipal? user) => new() { [nameof(ClaimsPrincipal)] = user ?? new ClaimsPrincipal(new ClaimsIdentity()) };

    /// <summary>Who asks, without the anonymous principal that <see cref="HttpContext.User"/> makes for everybody else.</summary>
    public static ClaimsPrincipal? UserOf(HttpContext context) => context.Features.Get<IHttpAuthenticationFeature>()?.User;

    /// <summary>Lets the interceptors add to the request.</summary>
    public ValueTask<GraphQLRequest> InterceptAsync(HttpContext context, GraphQLRequest request, CancellationToken cancellationToken) =>
        _interceptors.Length == 0 ? new ValueTask<GraphQLRequest>(request) : InterceptEachAsync(context, request, cancellationToken);

    private async ValueTask<GraphQLRequest> InterceptEachAsync(HttpContext context, GraphQLRequest request, CancellationToken cancellationToken)
    {
        foreach (var interceptor in _interceptors) await interceptor(context, request.ContextData, cancellationToken);
        return request;
    }
}
