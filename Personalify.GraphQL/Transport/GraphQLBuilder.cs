using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Transport;

/// <inheritdoc cref="IGraphQLBuilder" />
internal sealed class GraphQLBuilder(IServiceCollection services) : IGraphQLBuilder
{
    private readonly List<Action<SchemaBuilder>> _schema = [];
    private readonly RequestExecutorOptions _options = new();

    public IServiceCollection Services { get; } = services;

    public IGraphQLBuilder ConfigureSchema(Action<SchemaBuilder> configure)
    {
        _schema.Add(configure);
        return this;
    }

    public IGraphQLBuilder ModifyRequestOptions(Action<RequestExecutorOptions> modify)
    {
        modify(_options);
        return this;
    }

    public GraphQLServer Build(IServiceProvider provider)
    {
        var schema = new SchemaBuilder(provider.GetService<IServiceProviderIsService>());
        foreach (var configure in _schema) configure(schema);
        return new GraphQLServer(
            schema.Build(),
            _options,
            provider.GetServices<IErrorFilter>(),
            provider.GetService<TimeProvider>(),
            provider.GetService<ILogger<GraphQLServer>>());
    }
}
