using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>The listeners of a server. Looks once for each request who of them would notice anything.</summary>
internal sealed class DiagnosticEvents(IReadOnlyList<DiagnosticEventListener> listeners)
{
    private readonly ExecutionDiagnosticEventListener[] _execution = [.. listeners.OfType<ExecutionDiagnosticEventListener>()];
    private readonly DataLoaderDiagnosticEventListener[] _loaders = [.. listeners.OfType<DataLoaderDiagnosticEventListener>()];

    /// <summary>Whether plans tell of their resolvers.</summary>
    public bool ObservesFields { get; } = listeners.OfType<ExecutionDiagnosticEventListener>().Any(listener => listener.EnableResolveFieldValue);

    /// <summary>Whether anybody may be told of requests.</summary>
    public bool HasListeners => _execution.Length > 0;

    /// <summary>Gives the request what tells of it; leaves it without when nobody listens.</summary>
    /// <param name="schema">The schema that it runs against.</param>
    /// <param name="request">The request, or an event of a subscription.</param>
    /// <param name="subscription">The request that opened the subscription, for an event.</param>
    public RequestEvents? Begin(Schema schema, PreparedRequest request, PreparedRequest? subscription = null)
    {
        var execution = Enabled(_execution);
        var loaders = Enabled(_loaders);
        if (execution.Length == 0 && loaders.Length == 0) return null;
        var fields = ObservesFields ? Array.FindAll(execution, listener => listener.EnableResolveFieldValue) : [];
        var context = new RequestContext(schema, request, subscription?.Events?.Context);
        return request.Events = new RequestEvents(execution, fields, DataLoaderDiagnosticEvents.Of(loaders), context);
    }

    /// <summary>Makes nothing where all listen or none does, which is nearly always.</summary>
    private static T[] Enabled<T>(T[] listeners)
        where T : DiagnosticEventListener
    {
        var count = 0;
        foreach (var listener in listeners) count += listener.IsEnabled ? 1 : 0;
        return count == listeners.Length ? listeners : count == 0 ? [] : Array.FindAll(listeners, listener => listener.IsEnabled);
    }
}
