using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Transport;

/// <summary>Registers a GraphQL server. Hot Chocolate's names.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Adds the server of this application. Say with the returned builder what it serves.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">How it answers over HTTP.</param>
    public static IGraphQLBuilder AddGraphQLServer(this IServiceCollection services, Action<GraphQLServerOptions>? configure = null)
    {
        var options = new GraphQLServerOptions();
        configure?.Invoke(options);
        var builder = new GraphQLBuilder(services, options);
        services.AddSingletonServices();
        services.AddSingleton(options);
        services.AddSingleton<IRequestExecutor>(builder.Build);
        return builder;
    }

    /// <inheritdoc cref="AddGraphQLServer" />
    /// <param name="builder">The application.</param>
    /// <param name="configure">How it answers over HTTP.</param>
    public static IGraphQLBuilder AddGraphQL(this IHostApplicationBuilder builder, Action<GraphQLServerOptions>? configure = null) =>
        builder.Services.AddGraphQLServer(configure);

    /// <summary>Adds every type of an assembly that carries one of the type attributes, such as <see cref="QueryTypeAttribute"/>.</summary>
    public static IGraphQLBuilder AddTypes(this IGraphQLBuilder builder, Assembly assembly) =>
        builder.ConfigureSchema(schema => schema.AddTypes(assembly));

    /// <summary>Adds a class whose members are fields of the query root.</summary>
    public static IGraphQLBuilder AddQueryType<T>(this IGraphQLBuilder builder) => builder.ConfigureSchema(schema => schema.AddQueryType<T>());

    /// <summary>Adds a class whose members are fields of the mutation root.</summary>
    public static IGraphQLBuilder AddMutationType<T>(this IGraphQLBuilder builder) => builder.ConfigureSchema(schema => schema.AddMutationType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddSubscriptionType{T}" />
    public static IGraphQLBuilder AddSubscriptionType<T>(this IGraphQLBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddSubscriptionType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddType{T}" />
    public static IGraphQLBuilder AddType<T>(this IGraphQLBuilder builder) => builder.ConfigureSchema(schema => schema.AddType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddType(Type)" />
    public static IGraphQLBuilder AddType(this IGraphQLBuilder builder, Type type) => builder.ConfigureSchema(schema => schema.AddType(type));

    /// <summary>Adds a class whose members are further fields of the type that its attribute names; a static one can be added only so.</summary>
    public static IGraphQLBuilder AddTypeExtension(this IGraphQLBuilder builder, Type extension) => builder.AddType(extension);

    /// <summary>Registers a DataLoader that was written by hand; those of the generator are registered by <c>AddDataLoaders()</c>.</summary>
    public static IGraphQLBuilder AddDataLoader<TLoader>(this IGraphQLBuilder builder)
        where TLoader : class, IDataLoader
    {
        builder.Services.AddDataLoader<TLoader>();
        return builder;
    }

    /// <inheritdoc cref="AddDataLoader{TLoader}(IGraphQLBuilder)" />
    public static IGraphQLBuilder AddDataLoader<TService, TLoader>(this IGraphQLBuilder builder)
        where TService : class, IDataLoader
        where TLoader : class, TService
    {
        builder.Services.AddDataLoader<TService, TLoader>();
        return builder;
    }

    /// <summary>Adds a class whose members are further fields of the type that its attribute names.</summary>
    public static IGraphQLBuilder AddTypeExtension<T>(this IGraphQLBuilder builder) => builder.ConfigureSchema(schema => schema.AddTypeExtension<T>());

    /// <summary>Lets fields be filtered: see <see cref="UseFilteringAttribute"/>.</summary>
    public static IGraphQLBuilder AddFiltering(this IGraphQLBuilder builder, Action<FilterOptions>? configure = null) =>
        builder.ConfigureSchema(schema => schema.AddFiltering(configure));

    /// <summary>Lets lists be ordered: see <see cref="UseSortingAttribute"/>.</summary>
    public static IGraphQLBuilder AddSorting(this IGraphQLBuilder builder, Action<SortOptions>? configure = null) =>
        builder.ConfigureSchema(schema => schema.AddSorting(configure));

    /// <summary>Lets fields read only what is asked for: see <see cref="UseProjectionAttribute"/>.</summary>
    public static IGraphQLBuilder AddProjections(this IGraphQLBuilder builder) => builder.ConfigureSchema(schema => schema.AddProjections());

    /// <inheritdoc cref="SchemaBuilder.BindRuntimeType{TRuntimeType, TSchemaType}" />
    public static IGraphQLBuilder BindRuntimeType<TRuntimeType, TSchemaType>(this IGraphQLBuilder builder)
        where TSchemaType : ScalarType, new() => builder.ConfigureSchema(schema => schema.BindRuntimeType<TRuntimeType, TSchemaType>());

    /// <inheritdoc cref="SchemaBuilder.BindRuntimeType{TRuntimeType}" />
    public static IGraphQLBuilder BindRuntimeType<TRuntimeType>(this IGraphQLBuilder builder, ScalarType schemaType) =>
        builder.ConfigureSchema(schema => schema.BindRuntimeType<TRuntimeType>(schemaType));

    /// <inheritdoc cref="SchemaBuilder.AddTypeConverter" />
    public static IGraphQLBuilder AddTypeConverter<TSource, TTarget>(this IGraphQLBuilder builder, Func<TSource, TTarget> convert) =>
        builder.ConfigureSchema(schema => schema.AddTypeConverter(convert));

    /// <inheritdoc cref="SchemaBuilder.AddMutationConventions" />
    public static IGraphQLBuilder AddMutationConventions(this IGraphQLBuilder builder, MutationConventionOptions? options = null) =>
        builder.ConfigureSchema(schema => schema.AddMutationConventions(options));

    /// <summary>Makes only those mutations follow the convention that ask for it, or all.</summary>
    public static IGraphQLBuilder AddMutationConventions(this IGraphQLBuilder builder, bool applyToAllMutations) =>
        builder.AddMutationConventions(new MutationConventionOptions { ApplyToAllMutations = applyToAllMutations });

    /// <inheritdoc cref="SchemaBuilder.AddErrorInterfaceType{T}" />
    public static IGraphQLBuilder AddErrorInterfaceType<T>(this IGraphQLBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddErrorInterfaceType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddQueryFieldToMutationPayloads" />
    public static IGraphQLBuilder AddQueryFieldToMutationPayloads(this IGraphQLBuilder builder, MutationPayloadOptions? options = null) =>
        builder.ConfigureSchema(schema => schema.AddQueryFieldToMutationPayloads(options));

    /// <inheritdoc cref="SchemaBuilder.AddGlobalObjectIdentification" />
    /// <remarks>An <see cref="INodeIdSerializer"/> among the services takes the place of the default one.</remarks>
    public static IGraphQLBuilder AddGlobalObjectIdentification(
        this IGraphQLBuilder builder, Action<GlobalObjectIdentificationOptions>? configure = null)
    {
        var options = new GlobalObjectIdentificationOptions();
        configure?.Invoke(options);
        builder.Services.TryAddSingleton<INodeIdSerializer, DefaultNodeIdSerializer>();
        return builder.ConfigureSchema(schema => schema.AddGlobalObjectIdentification(options));
    }

    /// <inheritdoc cref="SchemaBuilder.AddApolloFederation" />
    /// <param name="builder">The server.</param>
    /// <param name="version">The version of the specification that the subgraph is written in.</param>
    /// <param name="configure">Its limits.</param>
    public static IGraphQLBuilder AddApolloFederation(
        this IGraphQLBuilder builder, FederationVersion version = FederationVersion.Latest, Action<ApolloFederationOptions>? configure = null)
    {
        var options = new ApolloFederationOptions { Version = version };
        configure?.Invoke(options);
        return builder.ConfigureSchema(schema => schema.AddApolloFederation(options));
    }

    /// <summary>Handles ids of a type that the default serializer does not know, such as ids of several parts.</summary>
    public static IGraphQLBuilder AddNodeIdValueSerializer<T>(this IGraphQLBuilder builder)
        where T : class, INodeIdValueSerializer
    {
        builder.Services.AddSingleton<INodeIdValueSerializer, T>();
        return builder;
    }

    /// <inheritdoc cref="SchemaBuilder.ModifyOptions" />
    public static IGraphQLBuilder ModifyOptions(this IGraphQLBuilder builder, Action<SchemaOptions> modify) =>
        builder.ConfigureSchema(schema => schema.ModifyOptions(modify));

    /// <inheritdoc cref="SchemaBuilder.ModifyPagingOptions" />
    public static IGraphQLBuilder ModifyPagingOptions(this IGraphQLBuilder builder, Action<PagingOptions> modify) =>
        builder.ConfigureSchema(schema => schema.ModifyPagingOptions(modify));

    /// <summary>Lets <see cref="AuthorizeAttribute"/> be decided by ASP.NET Core's policies. Their resource is the <see cref="IResolverContext"/>, or the <see cref="AuthorizationContext"/> with <see cref="ApplyPolicy.Validation"/>.</summary>
    public static IGraphQLBuilder AddAuthorization(this IGraphQLBuilder builder)
    {
        builder.Services.AddAuthorization();
        builder.Services.TryAddScoped<IGraphQLAuthorizer, PolicyAuthorizer>();
        return builder;
    }

    /// <summary>Adds an error filter; filters run in the order of their registration.</summary>
    public static IGraphQLBuilder AddErrorFilter<T>(this IGraphQLBuilder builder)
        where T : class, IErrorFilter
    {
        builder.Services.AddSingleton<IErrorFilter, T>();
        return builder;
    }

    /// <summary>Adds an error filter that is a function.</summary>
    public static IGraphQLBuilder AddErrorFilter(this IGraphQLBuilder builder, Func<GraphQLError, GraphQLError> filter)
    {
        builder.Services.AddSingleton<IErrorFilter>(new DelegateErrorFilter(filter));
        return builder;
    }

    /// <summary>
    /// Runs on the server before the application answers anybody, in the order of registration: for documents that should be in its
    /// cache from the start. What throws stops the start.
    /// </summary>
    public static IGraphQLBuilder AddWarmupTask(this IGraphQLBuilder builder, Func<IRequestExecutor, CancellationToken, Task> warmup)
    {
        builder.Services.AddSingleton(new WarmupTask(warmup));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Warmup>());
        return builder;
    }

    /// <summary>Runs before each request that arrives over HTTP or on a socket, in the order of registration; its constructor gets services.</summary>
    public static IGraphQLBuilder AddHttpRequestInterceptor<T>(this IGraphQLBuilder builder)
        where T : class, IHttpRequestInterceptor
    {
        builder.Services.TryAddSingleton<T>();
        builder.Services.AddSingleton<HttpRequestInterceptor>(services => services.GetRequiredService<T>().OnCreateAsync);
        return builder;
    }

    /// <summary>Runs before each request that arrives over HTTP or on a socket, in the order of registration.</summary>
    public static IGraphQLBuilder AddHttpRequestInterceptor(this IGraphQLBuilder builder, HttpRequestInterceptor interceptor)
    {
        builder.Services.AddSingleton(interceptor);
        return builder;
    }
}
