using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// An operation under one combination of <c>@skip</c> and <c>@include</c>, ready to run any number of times; with parts that come later
/// also of <c>@defer</c> and <c>@stream</c>.
/// </summary>
internal sealed class OperationPlan
{
    private readonly PreparedOperation _operation;

    /// <param name="operation">The operation.</param>
    /// <param name="flags">The combination.</param>
    /// <param name="isIncremental">Whether parts may be delivered later; otherwise all are part of one result.</param>
    public OperationPlan(PreparedOperation operation, IncludeFlags flags, bool isIncremental = false)
    {
        _operation = operation;
        (Flags, IsIncremental) = (flags, isIncremental);
        var selections = operation.Definition.SelectionSet;
        Root = isIncremental ? SelectionDeferral.Plan(this, operation.RootType, [(selections, null)], []) : SelectionPlan.Of(this, operation.RootType, [selections]);
    }

    public Schema Schema => _operation.Schema;

    public Source? Source => _operation.Document.Source;

    public OperationDefinitionNode Definition => _operation.Definition;

    public ObjectType RootType => _operation.RootType;

    public OperationType Operation => _operation.Definition.Operation;

    /// <summary>Whether resolvers are told of.</summary>
    public bool ObservesFields => _operation.ObservesFields;

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments => _operation.Fragments;

    public IncludeFlags Flags { get; }

    /// <summary>Whether parts of the result may come later.</summary>
    public bool IsIncremental { get; }

    public WorkAnalysis Analysis => _operation.Analysis;

    public SelectionPlan Root { get; }

    /// <summary>How many fields have variables in their arguments, as far as their types have been met.</summary>
    public int VariableArguments { get; private set; }

    /// <summary>How long the latest response was.</summary>
    public int UsualBytes { get; set; }

    /// <summary>What the operation costs, as far as variables do not change it. Computed when it is first asked for.</summary>
    public CostPlan? Cost { get; set; }

    /// <summary>Counts one more, and returns its index. Only one selection is planned at a time.</summary>
    public int AddVariableArguments() => VariableArguments++;

    public FieldCollector CreateCollector(ObjectType type) => new(Schema, _operation.Fragments, Flags, type);
}
