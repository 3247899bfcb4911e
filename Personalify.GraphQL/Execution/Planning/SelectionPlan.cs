using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>What is selected on objects of one type, in the order of the response.</summary>
internal sealed class SelectionPlan
{
    public SelectionPlan(ObjectType type, FieldPlan[] fields, SelectionDeferral? deferral = null)
    {
        Type = type;
        Fields = fields;
        Deferral = deferral;
        ResolvedAhead = Array.FindAll(fields, field => field.IsResolvedAhead);
        for (var i = 0; i < ResolvedAhead.Length; i++) ResolvedAhead[i].Slot = i;
    }

    public ObjectType Type { get; }

    public FieldPlan[] Fields { get; }

    /// <summary>The fields that are resolved before the response is written.</summary>
    public FieldPlan[] ResolvedAhead { get; }

    /// <summary>What else is selected, and delivered later; <c>null</c> when that is nothing.</summary>
    public SelectionDeferral? Deferral { get; }

    /// <summary>Whatever is selected, no matter when it is delivered.</summary>
    public IReadOnlyList<FieldPlan> Selected => Deferral is null ? Fields : [.. Fields, .. Deferral.Groups.SelectMany(group => group.Selection.Fields)];

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
