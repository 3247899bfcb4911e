namespace Personalify.GraphQL.Execution;

/// <content>What comes later is noted where it belongs, once what it belongs to is written. Specification, working draft: 6.2.3 Incremental Delivery.</content>
internal readonly partial struct ResponseBuilder
{
    /// <summary>Writes an object, and leaves for later what was deferred of it.</summary>
    public bool WriteNode(ObjectNode node) =>
        node.Selection.Deferral is { } deferral ? WriteDeferring(node, deferral) : WriteFields(node.Selection, node.Value, node.Slots);

    /// <summary>Writes one of the items that come later.</summary>
    public bool WriteStreamedItem(LaterItems items, int order, int index, object? item)
    {
        if (order > 0) output.Write((byte)',');
        _path.Enter(index);
        var isWritten = WriteValue(items.Usage.Items, items.Shape, item);
        _path.Leave();
        return isWritten;
    }

    private bool WriteDeferring(ObjectNode node, SelectionDeferral deferral)
    {
        var work = operation.Deferred!;
        var around = work.Scope;
        var groups = new List<DeliveryGroup>();
        foreach (var usage in deferral.NewUsages) groups.Add(Begin(work, usage));
        var isWritten = WriteFields(node.Selection, node.Value, node.Slots);
        if (isWritten) Defer(node, deferral, groups);
        work.Scope = around;
        return isWritten;
    }

    private DeliveryGroup Begin(DeferredWork work, DeferUsage usage)
    {
        var group = new DeliveryGroup(_path.ToArray(), usage.Label, DeliveryScope.Find(work.Scope, usage.Parent));
        work.Scope = new DeliveryScope(usage, group, work.Scope);
        return group;
    }

    private void Defer(ObjectNode node, SelectionDeferral deferral, List<DeliveryGroup> groups)
    {
        var work = operation.Deferred!;
        foreach (var group in groups) work.Add(output.Position, group);
        foreach (var (owners, selection) in deferral.Groups)
        {
            DeliveryGroup[] delivering = [.. owners.Select(owner => DeliveryScope.Find(work.Scope, owner)!)];
            work.Add(output.Position, new DeferredPart(operation.Whole, node, selection, delivering, _path.Steps(), work.Scope));
        }
    }

    private void Defer(LaterItems items) => operation.Deferred!.Add(output.Position, new DeliveryStream(operation.Whole, items, _path.Steps()));
}
