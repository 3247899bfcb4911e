using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// One run of a plan: the request it serves and everything that lives as long as it runs. A part of the response that comes later has a
/// context of its own, whose scheduler, services and arguments are those of the whole.
/// </summary>
internal sealed class OperationContext(
    OperationPlan plan, VariableValues variables, GraphQLRequest request, ExecutionEnvironment environment, RequestLifetime lifetime,
    RequestEvents? events = null, OperationContext? whole = null)
{
    private ErrorCollector? _errors;
    private ArgumentValues?[] _arguments = [];
    private RequestScheduler? _scheduler;
    private OperationServices? _services;
    private ScopedStates? _scopedStates;
    private Dictionary<object, object>? _shared;
    private CallStopwatch _stopwatch = new(environment.Time);

    public OperationPlan Plan { get; } = plan;

    public Schema Schema => Plan.Schema;

    public GraphQLRequest Request { get; } = request;

    /// <summary>Takes errors. Made for the first.</summary>
    public ErrorCollector Errors => Volatile.Read(ref _errors) ?? AddErrors();

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<GraphQLError> KnownErrors => Volatile.Read(ref _errors)?.Errors ?? [];

    public ExecutionEnvironment Environment { get; } = environment;

    /// <summary>Whether resolvers still run that nobody waits for any more.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>Tells of the request; <c>null</c> when nobody listens.</summary>
    public RequestEvents? Events { get; } = events;

    /// <summary>How long resolvers keep the loop.</summary>
    public ref CallStopwatch Stopwatch => ref _stopwatch;

    public RequestLifetime Lifetime { get; } = lifetime;

    public VariableValues Variables => variables;

    /// <summary>The run that everything belongs to.</summary>
    public OperationContext Whole => whole ?? this;

    /// <summary>The part of the response that comes of this run; <c>null</c> for the initial result, and where there is no other.</summary>
    public ResponsePart? Part { get; private init; }

    /// <summary>What the writing of this run leaves for later; <c>null</c> when nothing may come later.</summary>
    public DeferredWork? Deferred { get; } = plan.IsIncremental ? new DeferredWork(whole?.Deferred!.Budget ?? new DeliveryBudget(environment.Options)) : null;

    /// <summary>Runs the resolvers. Made when there are any.</summary>
    public RequestScheduler Scheduler => _scheduler ??= whole?.Scheduler ?? new RequestScheduler(Environment.Options.BatchDeadline, Environment.Time, Events?.Loaders, Lifetime);

    /// <summary>The request's service scopes, or <c>null</c> when no resolver has asked for a service.</summary>
    public OperationServices? Services => _services;

    /// <summary>What resolvers set for the fields below them, or <c>null</c> when none did.</summary>
    public ScopedStates? ScopedStates => Volatile.Read(ref Whole._scopedStates);

    public ScopedStates AddScopedStates() => LazyInitializer.EnsureInitialized(ref Whole._scopedStates);

    /// <summary>
    /// The services of a resolver. Root fields of a mutation run alone and share the operation's; all others may run side by
    /// side, so each has a scope of its own and no two share a database connection.
    /// </summary>
    public IServiceProvider ServicesFor(FieldPlan field)
    {
        var services = RequireServices();
        return field.Parent == Schema.MutationType ? services.Shared : new ResolverServices(services);
    }

    /// <summary>A field's arguments, coerced at most once in an operation.</summary>
    /// <exception cref="CoercionException">A value does not fit.</exception>
    public ArgumentValues ArgumentsOf(FieldPlan field)
    {
        if (field.Arguments.IsConstant) return field.Arguments.Evaluate(VariableValues.None);
        if (whole is not null) return whole.ArgumentsOf(field);
        lock (this)
        {
            if (_arguments.Length <= field.ArgumentsIndex) Array.Resize(ref _arguments, Plan.VariableArguments);
            return _arguments[field.ArgumentsIndex] ??= field.Arguments.Evaluate(variables);
        }
    }

    /// <summary>What resolver calls have in common by a key.</summary>
    public T Share<T>(object key, Func<IBatchScheduler, T> make)
        where T : class
    {
        if (whole is not null) return whole.Share(key, make);
        lock (this)
        {
            _shared ??= [];
            if (!_shared.TryGetValue(key, out var known)) _shared[key] = known = make(Scheduler);
            return (T)known;
        }
    }

    /// <summary>A run for a part that comes later.</summary>
    public OperationContext ForPart(ResponsePart part, DeliveryScope? scope)
    {
        var context = new OperationContext(Plan, variables, Request, Environment, Lifetime, Events, Whole) { Part = part };
        context.Deferred!.Scope = scope;
        return context;
    }

    /// <summary>Whether any DataLoader looks at values of a type that it has not loaded itself.</summary>
    public bool Wants(Type published) => Request.Services?.GetService<DataLoaderLookups>()?.Concern(published) == true;

    /// <summary>The request's service scopes, for a resolver that needs something of them.</summary>
    public OperationServices RequireServices() => _services ?? AddServices();

    private ErrorCollector AddErrors()
    {
        var made = new ErrorCollector(Plan.Source, Environment, Events);
        return Interlocked.CompareExchange(ref _errors, made, null) ?? made;
    }

    private OperationServices AddServices()
    {
        if (whole is not null) return _services = whole._services ?? whole.AddServices();
        lock (this) return _services ??= new OperationServices(Request.Services, Scheduler);
    }
}
