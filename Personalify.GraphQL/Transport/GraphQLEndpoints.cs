using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Puts a GraphQL server on addresses, all of it on one or each part on its own. The schema is built here, so that a mistake in it stops the start.
/// Hot Chocolate's names and addresses.
/// </summary>
public static class GraphQLEndpoints
{
    /// <summary>
    /// Serves GraphQL at <paramref name="path"/>: over HTTP, with subscriptions as server-sent events; over WebSockets by the protocol
    /// graphql-transport-ws; to browsers Banana Cake Pop, and the schema at <c>?sdl</c> and <c>/schema</c> and <c>/schema.graphql</c> below
    /// it.
    /// </summary>
    public static GraphQLEndpointConventionBuilder<GraphQLServerOptions> MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var endpoint = new GraphQLEndpoint(endpoints);
        var group = endpoints.MapGroup(path);
        group.Map("", endpoint.HandleAsync);
        group.MapGet("schema", endpoint.WriteSchemaAsync);
        group.MapGet("schema.graphql", endpoint.WriteSchemaAsync);
        endpoint.Ide.Map(group);
        return new GraphQLEndpointConventionBuilder<GraphQLServerOptions>(group, endpoint.Options);
    }

    /// <summary>Serves GraphQL at <paramref name="path"/> over HTTP only, with subscriptions as server-sent events.</summary>
    public static GraphQLEndpointConventionBuilder<GraphQLServerOptions> MapGraphQLHttp(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var endpoint = new GraphQLEndpoint(endpoints);
        return new GraphQLEndpointConventionBuilder<GraphQLServerOptions>(endpoints.Map(path, endpoint.AnswerAsync), endpoint.Options);
    }

    /// <summary>Serves GraphQL at <paramref name="path"/> over WebSockets only, by the protocol graphql-transport-ws.</summary>
    public static GraphQLEndpointConventionBuilder<GraphQLServerOptions> MapGraphQLWebSocket(this IEndpointRouteBuilder endpoints, string path = "/graphql/ws")
    {
        var endpoint = new GraphQLEndpoint(endpoints);
        return new GraphQLEndpointConventionBuilder<GraphQLServerOptions>(endpoints.Map(path, endpoint.OpenSocketAsync), endpoint.Options);
    }

    /// <summary>Serves the schema as SDL at <paramref name="path"/>, unless <see cref="GraphQLServerOptions.EnableSchemaRequests"/> forbids it.</summary>
    public static GraphQLEndpointConventionBuilder<GraphQLServerOptions> MapGraphQLSchema(this IEndpointRouteBuilder endpoints, string path = "/graphql/sdl")
    {
        var endpoint = new GraphQLEndpoint(endpoints);
        return new GraphQLEndpointConventionBuilder<GraphQLServerOptions>(endpoints.MapGet(path, endpoint.WriteSchemaAsync), endpoint.Options);
    }

    /// <summary>Serves the browser IDE Banana Cake Pop at <paramref name="path"/>, unless its options switch it off.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address of the IDE.</param>
    /// <param name="relativeRequestPath">Where the IDE sends operations, seen from its address; <c>..</c> is the address above.</param>
    public static GraphQLEndpointConventionBuilder<BananaCakePopOptions> MapBananaCakePop(
        this IEndpointRouteBuilder endpoints, string path = "/graphql/ui", string relativeRequestPath = "..")
    {
        var options = endpoints.ServiceProvider.GetRequiredService<GraphQLServerOptions>().BananaCakePop.Copy();
        var ide = new BananaCakePop(options, relativeRequestPath);
        var group = endpoints.MapGroup(path);
        group.MapGet("", ide.WriteIndexAsync);
        ide.Map(group);
        return new GraphQLEndpointConventionBuilder<BananaCakePopOptions>(group, options);
    }

    /// <summary>
    /// Serves known documents at addresses of their own: <c>{path}/{documentId}</c> and <c>{path}/{documentId}/{operationName}</c>, by GET with the
    /// parameters <c>variables</c> and <c>extensions</c>, and by POST with a body of these two. Whatever else holds for requests holds
    /// here; a document that the storage does not know is HC0020.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The first part of the addresses.</param>
    /// <param name="requireOperationName">Whether only the longer address is served.</param>
    public static GraphQLEndpointConventionBuilder<GraphQLServerOptions> MapGraphQLPersistedOperations(
        this IEndpointRouteBuilder endpoints, string path = "/graphql/persisted", bool requireOperationName = false)
    {
        var endpoint = new GraphQLEndpoint(endpoints, OperationAddress.Of);
        var group = endpoints.MapGroup(path);
        if (!requireOperationName) group.Map($"{{{OperationAddress.DocumentIdKey}}}", endpoint.AnswerAsync);
        group.Map($"{{{OperationAddress.DocumentIdKey}}}/{{{OperationAddress.OperationNameKey}}}", endpoint.AnswerAsync);
        return new GraphQLEndpointConventionBuilder<GraphQLServerOptions>(group, endpoint.Options);
    }
}
