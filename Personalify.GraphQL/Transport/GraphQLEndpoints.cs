using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Puts a GraphQL server on an address.</summary>
public static class GraphQLEndpoints
{
    /// <summary>
    /// Serves GraphQL over HTTP at <paramref name="path"/>, to browsers Banana Cake Pop, and the schema at <c>?sdl</c> and
    /// <c>/schema</c> and <c>/schema.graphql</c> below it. Builds the schema, so that a mistake in it stops the start.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<GraphQLServerOptions>();
        var executor = services.GetRequiredService<IRequestExecutor>();
        var handler = new GraphQLHttpHandler(executor, options, services);
        var schema = new SchemaFile(executor.Schema);
        var ide = new BananaCakePop(options.BananaCakePop);

        var group = endpoints.MapGroup(path);
        group.Map("", context => Root(context) switch
        {
            Visit.Schema when options.EnableSchemaRequests => schema.WriteAsync(context),
            Visit.Browser when options.BananaCakePop.Enable => ide.WriteIndexAsync(context),
            _ => handler.HandleAsync(context),
        });
        if (options.EnableSchemaRequests) foreach (var name in new[] { "schema", "schema.graphql" }) group.MapGet(name, schema.WriteAsync);
        if (options.BananaCakePop.Enable) ide.Map(group);
        return group;
    }

    private static Visit Root(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method)) return Visit.Client;
        if (request.Query.ContainsKey("sdl")) return Visit.Schema;
        return !request.Query.ContainsKey("query") && MediaTypes.PrefersHtml(request.Headers.Accept) ? Visit.Browser : Visit.Client;
    }

    private enum Visit
    {
        Client,
        Browser,
        Schema,
    }
}
