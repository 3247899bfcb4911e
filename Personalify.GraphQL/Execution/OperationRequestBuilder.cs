using System.Security.Claims;
using System.Text;
using System.Text.Json;

namespace Personalify.GraphQL.Execution;

/// <summary>Makes a request by hand, without a transport: for tests, warm-up and calls inside the process.</summary>
public sealed class OperationRequestBuilder
{
    private readonly Dictionary<string, object?> _variables = [];
    private readonly Dictionary<string, object?> _state = [];
    private byte[]? _document;
    private string? _operationName;
    private IServiceProvider? _services;

    /// <summary>An empty request.</summary>
    public static OperationRequestBuilder New() => new();

    /// <summary>The document.</summary>
    public OperationRequestBuilder SetDocument(string document)
    {
        _document = Encoding.UTF8.GetBytes(document);
        return this;
    }

    /// <summary>Which operation of the document to run.</summary>
    public OperationRequestBuilder SetOperationName(string? operationName)
    {
        _operationName = operationName;
        return this;
    }

    /// <summary>A variable; the value is sent as JSON, so records and dictionaries are input objects.</summary>
    public OperationRequestBuilder SetVariableValue(string name, object? value)
    {
        _variables[name] = value;
        return this;
    }

    /// <summary>Many variables at once.</summary>
    public OperationRequestBuilder SetVariableValues(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values) _variables[name] = value;
        return this;
    }

    /// <summary>State of the request, as <see cref="GlobalStateAttribute"/> reads it.</summary>
    public OperationRequestBuilder SetGlobalState(string name, object? value)
    {
        _state[name] = value;
        return this;
    }

    /// <summary>Who asks.</summary>
    public OperationRequestBuilder SetUser(ClaimsPrincipal user) => SetGlobalState(nameof(ClaimsPrincipal), user);

    /// <summary>The services that resolvers get.</summary>
    public OperationRequestBuilder SetServices(IServiceProvider services)
    {
        _services = services;
        return this;
    }

    /// <summary>The request.</summary>
    /// <exception cref="InvalidOperationException">It has no document.</exception>
    public GraphQLRequest Build() => new()
    {
        Document = _document ?? throw new InvalidOperationException("The request has no document: call SetDocument."),
        OperationName = _operationName,
        Variables = _variables.Count == 0 ? default : JsonSerializer.SerializeToElement(_variables, JsonSerializerOptions.Web),
        ContextData = new Dictionary<string, object?>(_state),
        Services = _services,
    };
}
