using Personalify.GraphQL.Types.Building;
using System.Buffers;
using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Subscriptions;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>A server over a schema in SDL whose resolvers a test gives by coordinate. Fields without one read their parent.</summary>
internal sealed class Engine
{
    private readonly Schema _schema;
    private GraphQLServer? _server;

    public Engine(string sdl) => _schema = SdlSchemaBuilder.Build(sdl);

    public RequestExecutorOptions Options { get; } = new();

    public List<IErrorFilter> ErrorFilters { get; } = [];

    public List<DiagnosticEventListener> Listeners { get; } = [];

    public IOperationDocumentStorage? Documents { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public IServiceProvider? Services { get; init; }

    public GraphQLServer Server => _server ??= new GraphQLServer(_schema, Options, ErrorFilters, Time, documents: Documents, listeners: Listeners);

    public T Type<T>(string name)
        where T : NamedType => (T)_schema.Types[name];

    /// <summary>A resolver that answers at once.</summary>
    public Engine On(string coordinate, Func<IResolverContext, object?> resolver) => OnField(coordinate, field => field.Resolver = context => new ValueTask<object?>(resolver(context)));

    /// <summary>A resolver that may wait.</summary>
    public Engine OnAsync(string coordinate, Func<IResolverContext, Task<object?>> resolver) => OnField(coordinate, field => field.Resolver = context => new ValueTask<object?>(resolver(context)));

    /// <summary>A field that is read from its parent.</summary>
    public Engine OnPure(string coordinate, Func<object, object?> resolver) => OnField(coordinate, field => field.PureResolver = resolver);

    /// <summary>A subscription's field with its source.</summary>
    public Engine OnSubscribe(string coordinate, Func<IResolverContext, ISourceStream> open) => OnField(coordinate, field => field.Subscriber = context => new ValueTask<ISourceStream>(open(context)));

    public Task<ResponseStream> SubscribeAsync(string query, string variables = "{}", CancellationToken cancellationToken = default) =>
        Server.ExecuteStreamAsync(Request(query, variables), cancellationToken);

    public Task<ExecutionResult> ExecuteAsync(string query, string variables = "{}", string? operationName = null, CancellationToken cancellationToken = default) =>
        Server.ExecuteAsync(Request(query, variables, operationName), cancellationToken);

    /// <summary>The whole response as JSON.</summary>
    public async Task<string> AskAsync(string query, string variables = "{}", string? operationName = null)
    {
        using var result = await ExecuteAsync(query, variables, operationName);
        return Text(result);
    }

    /// <summary>The data of a response that must have no errors.</summary>
    public async Task<string> DataAsync(string query, string variables = "{}")
    {
        using var result = await ExecuteAsync(query, variables);
        Assert.True(result.Errors.Count == 0, Text(result));
        return Encoding.UTF8.GetString(result.Data.Span);
    }

    /// <summary>The data, and one line for each error: its path and its message.</summary>
    public async Task<(string? Data, string[] Errors)> OutcomeAsync(string query, string variables = "{}", string? operationName = null)
    {
        using var result = await ExecuteAsync(query, variables, operationName);
        return (result.Kind == RequestErrorKind.None ? Encoding.UTF8.GetString(result.Data.Span) : null, [.. result.Errors.Select(error => $"{string.Join('.', error.Path ?? [])}: {error.Message}")]);
    }

    public GraphQLRequest Request(string query, string variables = "{}", string? operationName = null) => new()
    {
        Document = Encoding.UTF8.GetBytes(query),
        Variables = JsonDocument.Parse(variables).RootElement,
        OperationName = operationName,
        Services = Services,
    };

    public static string Text(ExecutionResult result)
    {
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private Engine OnField(string coordinate, Action<OutputField> change)
    {
        var parts = coordinate.Split('.');
        change(Type<ComplexType>(parts[0]).Fields[parts[1]]);
        return this;
    }
}
