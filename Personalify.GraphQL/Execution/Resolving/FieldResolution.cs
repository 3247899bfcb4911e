using System.Collections;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The first of an operation's two passes: calls resolvers and goes down wherever there are more. Values are completed as far
/// as needed for that; the second pass, <see cref="ResponseBuilder"/>, does the rest. Specification: 6.4 Executing Fields.
/// </summary>
internal static class FieldResolution
{
    public static void Start(OperationContext operation, ObjectNode parent, FieldPlan field)
    {
        var place = new Place(parent, parent.Slots, field.Slot);
        if (field.Resolver is not null)
        {
            new ResolverJob(operation, parent, field, place).Start();
            return;
        }

        try
        {
            Complete(operation, field, field.Shape, place, field.Pure!(parent.Value));
        }
        catch (Exception error)
        {
            place.Fail(error);
        }
    }

    /// <summary>Keeps a resolved value and goes on below it.</summary>
    public static void Complete(OperationContext operation, FieldPlan field, OutputShape shape, Place place, object? value)
    {
        switch (shape.Kind)
        {
            case ShapeKind.List when value is not null:
                CompleteList(operation, field, shape, place, value);
                break;
            case ShapeKind.Object or ShapeKind.Abstract when value is not null && field.HasWorkBelow:
                CompleteObject(operation, field, shape, place, value);
                break;
            default:
                place.Set(value);
                break;
        }
    }

    /// <summary>Keeps an object of a known type and starts its fields.</summary>
    public static void Descend(OperationContext operation, FieldPlan field, Place place, ObjectType type, object value)
    {
        if (Keep(operation, field, place, type, value) is not { Slots.Length: > 0 } node) return;
        operation.Part?.Enter();
        operation.Scheduler.Post(node);
    }

    private static ObjectNode Keep(OperationContext operation, FieldPlan field, Place place, ObjectType type, object value)
    {
        var node = new ObjectNode(operation, field.SelectionOn(type), value, place.Node, field, place.Index);
        place.Set(node);
        return node;
    }

    private static void CompleteObject(OperationContext operation, FieldPlan field, OutputShape shape, Place place, object value)
    {
        if (operation.Plan.Analysis.NeedsTypeCheck(shape.Type.Named)) new TypeCheckJob(operation, field, shape, place, value).Start();
        else Descend(operation, field, place, RuntimeTypes.Find(operation.Schema, field, shape, value), value);
    }

    /// <summary>A sequence that comes item by item is read here, once, whatever happens to the response later.</summary>
    private static void CompleteList(OperationContext operation, FieldPlan field, OutputShape shape, Place place, object value)
    {
        if (field.Deferral?.Stream is not null && shape == field.Shape)
        {
            StreamOpeningJob.Start(operation, field, place, value);
            return;
        }

        if (value is not ICollection && AsyncSequences.Find(value) is { } read)
        {
            new SequenceJob(operation, field, shape, place, read, value).Start();
            return;
        }

        if (value is string or not IEnumerable) throw RuntimeTypes.NoList(field);
        if (field.HasWorkBelow || value is not ICollection) CompleteItems(operation, field, shape.Item!, place, Items((IEnumerable)value));
        else place.Set(value);
    }

    public static void CompleteItems(OperationContext operation, FieldPlan field, OutputShape itemShape, Place place, object?[] items)
    {
        if (!field.HasWorkBelow)
        {
            place.Set(items);
            return;
        }

        CompleteItems(operation, field, itemShape, place, new ListNode([.. items], place.Node, field, place.Index));
    }

    /// <summary>Keeps a list and goes on below its items.</summary>
    public static void CompleteItems(OperationContext operation, FieldPlan field, OutputShape itemShape, Place listPlace, ListNode list)
    {
        listPlace.Set(list);
        ObjectRows? rows = null;
        var areObjects = field.HasWorkBelow && itemShape.Kind is ShapeKind.Object or ShapeKind.Abstract && !operation.Plan.Analysis.NeedsTypeCheck(itemShape.Type.Named);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var place = new Place(list, list.Items, i);
            if (areObjects && list.Items[i] is { } item and not FieldFailure) AddRow(operation, field, itemShape, place, item, ref rows);
            else CompleteItem(operation, field, itemShape, place, list.Items[i]);
        }
    }

    private static void AddRow(OperationContext operation, FieldPlan field, OutputShape shape, Place place, object item, ref ObjectRows? rows)
    {
        try
        {
            var node = Keep(operation, field, place, RuntimeTypes.Find(operation.Schema, field, shape, item), item);
            if (node.Slots.Length > 0) ObjectRows.Add(operation, ref rows, node, place.Entries.Length - place.Index);
        }
        catch (Exception error)
        {
            place.Fail(error);
        }
    }

    private static void CompleteItem(OperationContext operation, FieldPlan field, OutputShape shape, Place place, object? item)
    {
        try
        {
            if (item is FieldFailure) place.Set(item);
            else Complete(operation, field, shape, place, item);
        }
        catch (Exception error)
        {
            place.Fail(error);
        }
    }

    private static object?[] Items(IEnumerable sequence) => sequence as object?[] ?? [.. sequence.Cast<object?>()];
}
