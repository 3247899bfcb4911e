using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Puts a GraphQL server on an address.</summary>
public static class GraphQLEndpoints
{
    /// <summary>
    /// Serves GraphQL at <paramref name="path"/>: over HTTP, with subscriptions as server-sent events; over WebSockets by the protocol
    /// graphql-transport-ws; to browsers Banana Cake Pop, and the schema at <c>?sdl</c> and <c>/schema</c> and <c>/schema.graphql</c> below
    /// it. Builds the schema, so that a mistake in it stops the start.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<GraphQLServerOptions>();
        var executor = services.GetRequiredService<IRequestExecutor>();
        var handler = new GraphQLHttpHandler(executor, options, services);
        var sockets = Sockets(endpoints, executor, options);
        var schema = new SchemaFile(executor.Schema);
        var ide = new BananaCakePop(options.BananaCakePop);

        var group = endpoints.MapGroup(path);
        group.Map("", context => Root(context) switch
        {
            Visit.Schema when options.EnableSchemaRequests => schema.WriteAsync(context),
            Visit.Browser when options.BananaCakePop.Enable => ide.WriteIndexAsync(context),
            Visit.Socket => sockets(context),
            _ => handler.HandleAsync(context),
        });
        if (options.EnableSchemaRequests) foreach (var name in new[] { "schema", "schema.graphql" }) group.MapGet(name, schema.WriteAsync);
        if (options.BananaCakePop.Enable) ide.Map(group);
        return group;
    }

    /// <summary>Serves GraphQL at <paramref name="path"/> over WebSockets only, by the protocol graphql-transport-ws.</summary>
    public static IEndpointConventionBuilder MapGraphQLWebSocket(this IEndpointRouteBuilder endpoints, string path = "/graphql/ws")
    {
        var services = endpoints.ServiceProvider;
        return endpoints.Map(path, Sockets(endpoints, services.GetRequiredService<IRequestExecutor>(), services.GetRequiredService<GraphQLServerOptions>()));
    }

    /// <summary>
    /// Serves known documents at addresses of their own: <c>{path}/{documentId}</c> and <c>{path}/{documentId}/{operationName}</c>, by GET with the
    /// parameters <c>variables</c> and <c>extensions</c>, and by POST with a body of these two. Whatever else holds for requests holds
    /// here; a document that the storage does not know is HC0020.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The first part of the addresses.</param>
    /// <param name="requireOperationName">Whether only the longer address is served.</param>
    public static IEndpointConventionBuilder MapGraphQLPersistedOperations(
        this IEndpointRouteBuilder endpoints, string path = "/graphql/persisted", bool requireOperationName = false)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<GraphQLServerOptions>();
        var handler = new GraphQLHttpHandler(services.GetRequiredService<IRequestExecutor>(), options, services, OperationAddress.Of);
        var group = endpoints.MapGroup(path);
        if (!requireOperationName) group.Map($"{{{OperationAddress.DocumentIdKey}}}", handler.HandleAsync);
        group.Map($"{{{OperationAddress.DocumentIdKey}}}/{{{OperationAddress.OperationNameKey}}}", handler.HandleAsync);
        return group;
    }

    /// <summary>Handshakes need ASP.NET Core's middleware, which nobody has to remember if it stands here.</summary>
    private static RequestDelegate Sockets(IEndpointRouteBuilder endpoints, IRequestExecutor executor, GraphQLServerOptions options)
    {
        var services = endpoints.ServiceProvider;
        var host = new SocketHost(executor, options, services);
        var handler = new GraphQLWebSocketHandler(host, services.GetRequiredService<IHostApplicationLifetime>());
        var interval = options.Sockets.KeepAliveInterval;
        var pipeline = endpoints.CreateApplicationBuilder().UseWebSockets(new WebSocketOptions { KeepAliveInterval = interval, KeepAliveTimeout = interval });
        pipeline.Run(handler.HandleAsync);
        return pipeline.Build();
    }

    private static Visit Root(HttpContext context)
    {
        var request = context.Request;
        if (GraphQLWebSocketHandler.IsHandshake(request)) return Visit.Socket;
        if (!HttpMethods.IsGet(request.Method)) return Visit.Client;
        if (request.Query.ContainsKey("sdl")) return Visit.Schema;
        return !request.Query.ContainsKey("query") && MediaTypes.PrefersHtml(request.Headers.Accept) ? Visit.Browser : Visit.Client;
    }

    private enum Visit
    {
        Client,
        Browser,
        Schema,
        Socket,
    }
}
