using Personalify.Api.OperationDocuments;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.Hosting;

/// <summary>The GraphQL server with what the operator has set.</summary>
public static class GraphQLModule
{
    public static IGraphQLBuilder AddSettings(this IGraphQLBuilder builder, IConfiguration configuration)
    {
        var options = GraphQLSettings.Read(configuration);
        if (options.Federation) builder.AddApolloFederation();
        return builder
            .ModifyServerOptions(server => Set(server, options))
            .ModifyRequestOptions(request => request.ExecutionTimeout = options.ExecutionTimeout)
            .ModifyCostOptions(cost => (cost.MaxFieldCost, cost.MaxTypeCost) = (options.MaxFieldCost, options.MaxTypeCost))
            .DisableIntrospection(!options.EnableIntrospection)
            .AddOperationDocuments(options.PersistedOperations);
    }

    private static void Set(GraphQLServerOptions server, GraphQLOptions options)
    {
        server.MaxAllowedRequestSize = options.MaxAllowedRequestSize;
        (server.Batching, server.MaxBatchSize) = (options.Batching, options.MaxBatchSize);
        server.BananaCakePop.Enable = options.EnableBananaCakePop;
        server.BananaCakePop.Title = "Personalify";
    }
}
