using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>An operation of a valid document: what can be known before the variables are.</summary>
internal sealed class PreparedOperation
{
    private readonly PlanCache _plans;
    private readonly PlanCache? _incrementalPlans;

    public PreparedOperation(Schema schema, DocumentNode document, OperationDefinitionNode definition, ObjectType rootType, bool observesFields = false)
    {
        (Schema, Document, Definition, RootType) = (schema, document, definition, rootType);
        ObservesFields = observesFields;
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value);
        Analysis = new WorkAnalysis(schema, Fragments);
        Variables = new VariablePlan(schema, definition, document.Source);
        _plans = new PlanCache(this, IncludeFlags.FindVariables(document), isIncremental: false);
        if (DocumentSelections.Of(document).Any(IncrementalDirectives.StandOn))
            _incrementalPlans = new PlanCache(this, IncludeFlags.FindIncrementalVariables(document), isIncremental: true);
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public OperationDefinitionNode Definition { get; }

    public ObjectType RootType { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    public WorkAnalysis Analysis { get; }

    /// <summary>What the operation demands of who sends it. Found when somebody asks.</summary>
    public IReadOnlyList<AuthorizationDemand> Demands => field ??= RequestDemands.Of(this);

    /// <summary>Whether plans tell of their resolvers.</summary>
    public bool ObservesFields { get; }

    public VariablePlan Variables { get; }

    /// <summary>The plan for these variables.</summary>
    /// <param name="variables">The variables that directives look at.</param>
    /// <param name="mayDefer">Whether <c>@defer</c> and <c>@stream</c> are heeded; otherwise all is one result.</param>
    /// <param name="events">Told whether the plan was there.</param>
    /// <exception cref="CoercionException">A variable that <c>@skip</c>, <c>@include</c>, <c>@defer</c> or <c>@stream</c> looks at is null.</exception>
    public OperationPlan PlanFor(VariableValues variables, bool mayDefer = false, RequestEvents? events = null) =>
        (mayDefer ? _incrementalPlans ?? _plans : _plans).PlanFor(variables, events);
}
