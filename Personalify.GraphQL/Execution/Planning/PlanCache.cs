using System.Collections.Concurrent;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>The plans of an operation, one for each combination of the variables that its directives look at.</summary>
/// <param name="operation">The operation.</param>
/// <param name="conditions">The variables.</param>
/// <param name="isIncremental">Whether the plans deliver parts later.</param>
internal sealed class PlanCache(PreparedOperation operation, IReadOnlyList<string> conditions, bool isIncremental)
{
    /// <summary>Combinations beyond this are planned anew each time: a client that sends them all must not fill the memory.</summary>
    private const int MaxPlans = 64;

    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);
    private OperationPlan? _only;

    /// <param name="variables">The variables.</param>
    /// <param name="events">Told whether the plan was there.</param>
    /// <exception cref="Types.CoercionException">A variable is null.</exception>
    public OperationPlan PlanFor(VariableValues variables, RequestEvents? events)
    {
        var flags = conditions.Count == 0 ? IncludeFlags.None : IncludeFlags.Of(conditions, variables);
        if (Find(flags) is not { } known) return Keep(flags, Compile(flags, events), events);
        events?.RetrievedOperationFromCache();
        return known;
    }

    private OperationPlan? Find(IncludeFlags flags) => conditions.Count == 0 ? _only : _plans.GetValueOrDefault(flags.Key);

    private OperationPlan Compile(IncludeFlags flags, RequestEvents? events)
    {
        using var scope = events?.CompileOperation();
        return new OperationPlan(operation, flags, isIncremental);
    }

    private OperationPlan Keep(IncludeFlags flags, OperationPlan plan, RequestEvents? events)
    {
        if (_plans.Count >= MaxPlans) return plan;
        events?.AddedOperationToCache();
        return conditions.Count == 0 ? _only ??= plan : _plans.GetOrAdd(flags.Key, plan);
    }
}
