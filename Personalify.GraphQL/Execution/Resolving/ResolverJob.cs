using System.Collections.Immutable;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>One call of a resolver, and what the resolver may know: the call is its own context.</summary>
internal partial class ResolverJob(OperationContext operation, ObjectNode parent, FieldPlan field, Place place)
    : FieldJob<object?>(operation, field, place), IResolverContext
{
    private static readonly TimeSpan LongestSynchronousPart = TimeSpan.FromMilliseconds(50);

    private ObjectNode _parent = parent;
    private ArgumentValues? _arguments;
    private IServiceProvider? _services;
    private IImmutableDictionary<string, object?>? _scoped;

    public Schema Schema => Operation.Schema;

    public ObjectType ObjectType => Plan.Parent;

    public OutputField Field => Plan.Field;

    public string ResponseName => Plan.ResponseName;

    public ISelection Selection => Plan;

    public IReadOnlyList<FieldNode> Nodes => Plan.Nodes;

    public IReadOnlyList<object> Path => _parent.PathTo(Plan);

    public IServiceProvider Services => _services ??= Operation.ServicesFor(Plan);

    public CancellationToken RequestAborted => Operation.Lifetime.Token;

    public IDictionary<string, object?> ContextData => Operation.Request.ContextData;

    /// <summary>Tells of the request; <c>null</c> when nobody listens.</summary>
    public RequestEvents? Events => Operation.Events;

    public IImmutableDictionary<string, object?> ScopedContextData
    {
        get => _scoped ?? Operation.ScopedStates?.Of(_parent) ?? ImmutableDictionary<string, object?>.Empty;
        set => Operation.AddScopedStates().Set(_parent, Plan, _scoped = value);
    }

    public IImmutableDictionary<string, object?> LocalContextData
    {
        get => Operation.ScopedStates?.Of(this) ?? ImmutableDictionary<string, object?>.Empty;
        set => Operation.AddScopedStates().Set(this, value);
    }

    private ArgumentValues Arguments => _arguments ??= Operation.ArgumentsOf(Plan);

    public T Parent<T>() => _parent.Value is T value
        ? value
        : throw new InvalidCastException($"The parent of {ObjectType.Name}.{Field.Name} is a {_parent.Value.GetType().Name}, not a {typeof(T).Name}.");

    public T? ArgumentValue<T>(string name) => Arguments.Get<T>(name);

    public Optional<T> ArgumentOptional<T>(string name) => Arguments.GetOptional<T>(name);

    public bool IsSelected(string fieldName) => Plan.Field.Type.Named is { } type
        && Schema.GetPossibleTypes(type).Any(member => Plan.SelectionOn(member).Selected.Any(selected => selected.Field.Name == fieldName));

    public void ReportError(GraphQLError error) => Operation.Errors.Report(error, Plan, Path);

    protected override bool MayLoad => Plan.HasWorkBelow || Plan.Field.IsBatched || _hasTakenLoader || _services is ResolverServices { HasTakenLoader: true };

    /// <summary>Makes it the call for another parent. Arguments are the same for all.</summary>
    protected void MoveTo(ObjectNode next) => (_parent, _services, _scoped) = (next, null, null);

    protected override ValueTask<object?> Invoke()
    {
        // Arguments that do not fit fail the field, whether or not the resolver would look at them.
        _arguments ??= Operation.ArgumentsOf(Plan);
        var (isWarm, started) = (Plan.IsWarm, Operation.Stopwatch.Take());
        var pending = Plan.Resolver!(this);
        var elapsed = Operation.Stopwatch.Stop(started, mayStartAgain: !pending.IsCompleted);
        if (isWarm && elapsed > LongestSynchronousPart) Operation.Errors.WarnOfBlocking(Plan, elapsed);
        Plan.IsWarm = true;
        return pending;
    }

    protected override void Complete(object? result) => FieldResolution.Complete(Operation, Plan, Plan.Shape, Place, result);
}
