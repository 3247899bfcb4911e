using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>What is selected on objects of one type, in the order of the response.</summary>
internal sealed class SelectionPlan
{
    private SelectionPlan(ObjectType type, FieldPlan[] fields)
    {
        Type = type;
        Fields = fields;
        ResolvedAhead = Array.FindAll(fields, field => field.IsResolvedAhead);
        for (var i = 0; i < ResolvedAhead.Length; i++) ResolvedAhead[i].Slot = i;
    }

    public ObjectType Type { get; }

    public FieldPlan[] Fields { get; }

    /// <summary>The fields that are resolved before the response is written.</summary>
    public FieldPlan[] ResolvedAhead { get; }

    public static SelectionPlan Of(OperationPlan operation, ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var collector = operation.CreateCollector(type);
        foreach (var set in sets) collector.Collect(set);
        var fields = new List<FieldPlan>(collector.Fields.Count);
        foreach (var nodes in collector.Fields.Values)
        {
            // Validation has refused unknown fields; one that got here has no entry. Specification: 6.3.
            if (Introspection.FindField(operation.Schema, type, nodes[0].Name.Value) is { } field) fields.Add(new FieldPlan(operation, type, field, nodes));
        }

        return new SelectionPlan(type, [.. fields]);
    }
}
