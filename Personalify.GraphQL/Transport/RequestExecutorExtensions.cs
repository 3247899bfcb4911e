using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Transport;

/// <summary>Runs requests in the process, without a server: for tests, and for code that asks its own schema.</summary>
public static class RequestExecutorExtensions
{
    /// <summary>Builds what was added so far. For tests: the services that the executor lives on are never disposed of.</summary>
    public static ValueTask<IRequestExecutor> BuildRequestExecutorAsync(this IGraphQLBuilder builder) =>
        ValueTask.FromResult(builder.Services.BuildServiceProvider().GetRequiredService<IRequestExecutor>());

    /// <summary>Builds the schema of what was added so far.</summary>
    /// <exception cref="SchemaException">It is none.</exception>
    public static async ValueTask<Schema> BuildSchemaAsync(this IGraphQLBuilder builder) => (await builder.BuildRequestExecutorAsync()).Schema;

    /// <summary>Builds what was added so far, runs one request on it, and disposes of everything again.</summary>
    public static async Task<ExecutionResult> ExecuteRequestAsync(
        this IGraphQLBuilder builder, GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        await using var services = builder.Services.BuildServiceProvider();
        return await services.ExecuteRequestAsync(request, cancellationToken);
    }

    /// <inheritdoc cref="ExecuteRequestAsync(IGraphQLBuilder, GraphQLRequest, CancellationToken)" />
    public static Task<ExecutionResult> ExecuteRequestAsync(
        this IGraphQLBuilder builder, string document, CancellationToken cancellationToken = default) =>
        builder.ExecuteRequestAsync(Request(document), cancellationToken);

    /// <summary>Runs a request on the server of these services, which its resolvers get when it names no others.</summary>
    public static Task<ExecutionResult> ExecuteRequestAsync(
        this IServiceProvider services, GraphQLRequest request, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request with { Services = request.Services ?? services }, cancellationToken);

    /// <inheritdoc cref="ExecuteRequestAsync(IServiceProvider, GraphQLRequest, CancellationToken)" />
    public static Task<ExecutionResult> ExecuteRequestAsync(
        this IServiceProvider services, string document, CancellationToken cancellationToken = default) =>
        services.ExecuteRequestAsync(Request(document), cancellationToken);

    private static GraphQLRequest Request(string document) => OperationRequestBuilder.New().SetDocument(document).Build();
}
