using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// What of a selection is delivered later: fields by the deferred fragments that they belong to. Specification, working draft: 6.3.3
/// Executing Collected Fields, execution plans.
/// </summary>
/// <param name="NewUsages">The deferred fragments that begin at the object.</param>
/// <param name="Groups">Fields that have the same owners, planned like a selection of their own.</param>
internal sealed record SelectionDeferral(DeferUsage[] NewUsages, DeferredSelection[] Groups)
{
    /// <summary>Plans what is selected on objects of a type, in the initial result or in what <paramref name="owners"/> deliver.</summary>
    public static SelectionPlan Plan(
        OperationPlan operation, ObjectType type, IEnumerable<(SelectionSetNode? Set, DeferUsage? Usage)> sets, DeferUsage[] owners)
    {
        var collector = new DeferredFieldCollector(operation, type);
        foreach (var (set, usage) in sets)
        {
            if (set is not null) collector.Collect(set, usage);
        }

        var parts = Partition(collector, owners);
        var groups = parts.Skip(1).Select(part => new DeferredSelection(part.Owners, Select(operation, type, part)));
        var deferral = new SelectionDeferral([.. collector.NewUsages], [.. groups]);
        return Select(operation, type, parts[0], deferral is { NewUsages: [], Groups: [] } ? null : deferral);
    }

    /// <summary>The first part is what is delivered with the object itself.</summary>
    private static List<Part> Partition(DeferredFieldCollector collector, DeferUsage[] owners)
    {
        var parts = new List<Part> { new(owners, []) };
        foreach (var field in collector.Fields.Values)
        {
            var own = field.Owners();
            var part = parts.Find(part => IsSame(part.Owners, own));
            if (part is null) parts.Add(part = new Part(own, []));
            part.Fields.Add(field);
        }

        return parts;
    }

    private static bool IsSame(DeferUsage[] left, DeferUsage[] right) => left.Length == right.Length && Array.TrueForAll(left, right.Contains);

    private static SelectionPlan Select(OperationPlan operation, ObjectType type, Part part, SelectionDeferral? deferral = null)
    {
        var fields = new List<FieldPlan>(part.Fields.Count);
        foreach (var (nodes, usages) in part.Fields)
        {
            if (Introspection.FindField(operation.Schema, type, nodes[0].Name.Value) is not { } field) continue;
            var stream = StreamUsage.Of(operation, type, field, nodes);
            fields.Add(new FieldPlan(operation, type, field, nodes, new FieldDeferral(usages, part.Owners, stream)));
        }

        return new SelectionPlan(type, [.. fields], deferral);
    }

    private sealed record Part(DeferUsage[] Owners, List<CollectedField> Fields);
}

/// <summary>Fields of an object that are delivered with the same deferred fragments.</summary>
/// <param name="Owners">The fragments; the first that completes delivers the fields.</param>
/// <param name="Selection">The fields.</param>
internal sealed record DeferredSelection(DeferUsage[] Owners, SelectionPlan Selection);
