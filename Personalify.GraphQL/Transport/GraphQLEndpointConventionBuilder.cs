using Microsoft.AspNetCore.Builder;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Endpoints of a GraphQL server, as the <c>Map…</c> methods of <see cref="GraphQLEndpoints"/> return them: they take policies, host names and
/// whatever else ASP.NET Core puts on endpoints, and options of their own.
/// </summary>
/// <typeparam name="TOptions"><see cref="GraphQLServerOptions"/>, or those of what stands there alone.</typeparam>
public sealed class GraphQLEndpointConventionBuilder<TOptions> : IEndpointConventionBuilder
    where TOptions : class
{
    private readonly IEndpointConventionBuilder _endpoints;
    private readonly TOptions _options;

    internal GraphQLEndpointConventionBuilder(IEndpointConventionBuilder endpoints, TOptions options) => (_endpoints, _options) = (endpoints, options);

    /// <summary>
    /// Changes how these endpoints answer; others of the same server keep their options. They begin with those of the server, so what is not
    /// mentioned here is as it was there. Call it before the application starts.
    /// </summary>
    public GraphQLEndpointConventionBuilder<TOptions> WithOptions(Action<TOptions> configure)
    {
        configure(_options);
        return this;
    }

    /// <inheritdoc />
    public void Add(Action<EndpointBuilder> convention) => _endpoints.Add(convention);

    /// <inheritdoc />
    public void Finally(Action<EndpointBuilder> finallyConvention) => _endpoints.Finally(finallyConvention);
}
