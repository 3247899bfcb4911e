using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Collects what a GraphQL server is made of. The schema is built when the server is first needed, which
/// <see cref="GraphQLEndpoints.MapGraphQL"/> makes the start of the application.
/// </summary>
public interface IGraphQLBuilder
{
    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds to the schema. Runs once, in the order of the calls.</summary>
    IGraphQLBuilder ConfigureSchema(Action<SchemaBuilder> configure);

    /// <summary>Changes limits and switches of the execution. Runs once, when the server is made, in the order of the calls.</summary>
    IGraphQLBuilder ModifyRequestOptions(Action<RequestExecutorOptions> modify);

    /// <summary>Changes limits and switches of the answers over HTTP.</summary>
    IGraphQLBuilder ModifyServerOptions(Action<GraphQLServerOptions> modify);
}
