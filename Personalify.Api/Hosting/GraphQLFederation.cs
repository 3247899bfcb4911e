using Personalify.GraphQL.Transport;

namespace Personalify.Api.Hosting;

/// <summary>Lets the schema join a larger graph: artists, albums, tracks and users are entities by their ids.</summary>
public static class GraphQLFederation
{
    public const string Setting = "GraphQL:Federation";

    /// <summary>Off unless the setting says so: the public schema then stays as it is exported.</summary>
    public static IGraphQLBuilder AddFederation(this IGraphQLBuilder builder, IConfiguration configuration) =>
        configuration.GetValue<bool>(Setting) ? builder.AddApolloFederation() : builder;
}
