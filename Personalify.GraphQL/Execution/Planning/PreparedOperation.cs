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

    public PreparedOperation(Schema schema, DocumentNode document, OperationDefinitionNode definition, ObjectType rootType)
    {
        (Schema, Document, Definition, RootType) = (schema, document, definition, rootType);
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

    public VariablePlan Variables { get; }

    /// <summary>The plan for these variables.</summary>
    /// <exception cref="CoercionException">A variable that <c>@skip</c> or <c>@include</c> looks at is null.</exception>
    public OperationPlan PlanFor(VariableValues variables)
    {
        if (_conditions.Count == 0) return _only ??= new OperationPlan(this, IncludeFlags.None);
        var flags = IncludeFlags.Of(_conditions, variables);
        if (_plans.TryGetValue(flags.Key, out var plan)) return plan;
        plan = new OperationPlan(this, flags);
        return _plans.Count < MaxPlans ? _plans.GetOrAdd(flags.Key, plan) : plan;
    }
}
