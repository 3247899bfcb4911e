using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>An operation under one combination of <c>@skip</c> and <c>@include</c>, ready to run any number of times.</summary>
internal sealed class OperationPlan
{
    private readonly PreparedOperation _operation;
    private readonly IncludeFlags _flags;

    public OperationPlan(PreparedOperation operation, IncludeFlags flags)
    {
        _operation = operation;
        _flags = flags;
        Root = SelectionPlan.Of(this, operation.RootType, [operation.Definition.SelectionSet]);
    }

    public Schema Schema => _operation.Schema;

    public Source? Source => _operation.Document.Source;

    public OperationDefinitionNode Definition => _operation.Definition;

    public ObjectType RootType => _operation.RootType;

    public OperationType Operation => _operation.Definition.Operation;

    /// <summary>Whether resolvers are told of.</summary>
    public bool ObservesFields => _operation.ObservesFields;

    public WorkAnalysis Analysis => _operation.Analysis;

    public SelectionPlan Root { get; }

    /// <summary>How long the latest response was.</summary>
    public int UsualBytes { get; set; }

    /// <summary>What the operation costs, as far as variables do not change it. Computed when it is first asked for.</summary>
    public CostPlan? Cost { get; set; }

    public FieldCollector CreateCollector(ObjectType type) => new(Schema, _operation.Fragments, _flags, type);
}
