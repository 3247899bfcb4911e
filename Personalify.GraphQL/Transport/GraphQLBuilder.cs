using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Transport;

/// <inheritdoc cref="IGraphQLBuilder" />
internal sealed class GraphQLBuilder(IServiceCollection services, GraphQLServerOptions server) : IGraphQLBuilder
{
    private readonly List<Action<SchemaBuilder>> _schema = [];
    private readonly List<Action<RequestExecutorOptions>> _options = [];

    public IServiceCollection Services { get; } = services;

    public IGraphQLBuilder ConfigureSchema(Action<SchemaBuilder> configure)
    {
        _schema.Add(configure);
        return this;
    }

    public IGraphQLBuilder ModifyRequestOptions(Action<RequestExecutorOptions> modify)
    {
        _options.Add(modify);
        return this;
    }

    public IGraphQLBuilder ModifyServerOptions(Action<GraphQLServerOptions> modify)
    {
        modify(server);
        return this;
    }

    public GraphQLServer Build(IServiceProvider provider)
    {
        var options = CreateOptions(provider);
        var schema = new SchemaBuilder(provider.GetService<IServiceProviderIsService>())
        {
            Services = provider,
            DefaultResolverCost = options.Cost.ApplyCostDefaults ? options.Cost.DefaultResolverCost : null,
        };
        if (provider.GetService<INodeIdSerializer>() is { } ids) schema.UseNodeIdSerializer(ids);
        foreach (var configure in _schema) configure(schema);
        return new GraphQLServer(
            schema.Build(),
            options,
            provider.GetServices<IErrorFilter>(),
            provider.GetService<TimeProvider>(),
            provider.GetService<ILogger<GraphQLServer>>(),
            provider.GetService<IOperationDocumentStorage>(),
            provider.GetServices<DiagnosticEventListener>());
    }

    /// <summary>Only developers see what an exception says; the application may decide otherwise.</summary>
    private RequestExecutorOptions CreateOptions(IServiceProvider provider)
    {
        var options = new RequestExecutorOptions { IncludeExceptionDetails = provider.GetService<IHostEnvironment>()?.IsDevelopment() == true };
        foreach (var modify in _options) modify(options);
        return options;
    }
}
