using System.Collections.Concurrent;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>An operation of a valid document: what can be known before the variables are.</summary>
internal sealed class PreparedOperation
{
    /// <summary>Combinations beyond this are planned anew each time: a client that sends them all must not fill the memory.</summary>
    private const int MaxPlans = 64;

    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _conditions;
    private OperationPlan? _only;

    public PreparedOperation(Schema schema, DocumentNode document, OperationDefinitionNode definition, ObjectType rootType, bool observesFields = false)
    {
        (Schema, Document, Definition, RootType) = (schema, document, definition, rootType);
        ObservesFields = observesFields;
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value);
        Analysis = new WorkAnalysis(schema, Fragments);
        Variables = new VariablePlan(schema, definition, document.Source);
        _conditions = IncludeFlags.FindVariables(document);
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public OperationDefinitionNode Definition { get; }

    public ObjectType RootType { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    public WorkAnalysis Analysis { get; }

    /// <summary>Whether plans tell of their resolvers.</summary>
    public bool ObservesFields { get; }

    public VariablePlan Variables { get; }

    /// <summary>The plan for these variables.</summary>
    /// <param name="variables">The variables that <c>@skip</c> and <c>@include</c> look at.</param>
    /// <param name="events">Told whether the plan was there.</param>
    /// <exception cref="CoercionException">A variable that <c>@skip</c> or <c>@include</c> looks at is null.</exception>
    public OperationPlan PlanFor(VariableValues variables, RequestEvents? events = null)
    {
        var flags = _conditions.Count == 0 ? IncludeFlags.None : IncludeFlags.Of(_conditions, variables);
        if (Find(flags) is not { } known) return Keep(flags, Compile(flags, events), events);
        events?.RetrievedOperationFromCache();
        return known;
    }

    private OperationPlan? Find(IncludeFlags flags) => _conditions.Count == 0 ? _only : _plans.GetValueOrDefault(flags.Key);

    private OperationPlan Compile(IncludeFlags flags, RequestEvents? events)
    {
        using var scope = events?.CompileOperation();
        return new OperationPlan(this, flags);
    }

    private OperationPlan Keep(IncludeFlags flags, OperationPlan plan, RequestEvents? events)
    {
        if (_plans.Count >= MaxPlans) return plan;
        events?.AddedOperationToCache();
        return _conditions.Count == 0 ? _only ??= plan : _plans.GetOrAdd(flags.Key, plan);
    }
}
