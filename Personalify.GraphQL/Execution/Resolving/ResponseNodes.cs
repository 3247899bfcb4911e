using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// A position of the response below which something is resolved ahead of writing: an object or a list. Positions know their
/// parent, so that a path is only built when somebody asks for it.
/// </summary>
/// <param name="parent">The object or list that holds it; <c>null</c> for the root.</param>
/// <param name="field">The field it is a value of; <c>null</c> for the root.</param>
/// <param name="index">Its index when <paramref name="parent"/> is a list.</param>
internal abstract class ResponseNode(ResponseNode? parent, FieldPlan? field, int index)
{
    /// <summary>The object itself, or the one that holds the list.</summary>
    public ObjectNode Object => this as ObjectNode ?? parent!.Object;

    /// <summary>The path to a field of this position.</summary>
    public object[] PathTo(FieldPlan leaf)
    {
        var path = new List<object> { leaf.ResponseName };
        for (ResponseNode? node = this; node is not null; node = node.Parent)
        {
            if (node.Step is { } step) path.Add(step);
        }

        path.Reverse();
        return [.. path];
    }

    /// <summary>The object that holds this one, with lists between them passed over; <c>null</c> for the root.</summary>
    public ObjectNode? Owner => parent?.Object;

    protected ResponseNode? Parent => parent;

    /// <summary>The field of its owner that it is a value of; <c>null</c> for the root.</summary>
    public FieldPlan? Field => @field;

    protected int Index => index;

    private object? Step => parent is ListNode list ? list.First + index : @field?.ResponseName;
}

/// <summary>An object with fields that are resolved ahead.</summary>
internal sealed class ObjectNode(OperationContext operation, SelectionPlan selection, object value, ResponseNode? parent, FieldPlan? field, int index)
    : ResponseNode(parent, field, index), IWorkItem
{
    public SelectionPlan Selection { get; } = selection;

    public object Value { get; } = value;

    /// <summary>
    /// One entry for each field of <see cref="SelectionPlan.ResolvedAhead"/>: its value, a <see cref="ResponseNode"/> when
    /// there is more to resolve below, or a <see cref="FieldFailure"/>.
    /// </summary>
    public object?[] Slots { get; } = selection.ResolvedAhead.Length == 0 ? [] : new object?[selection.ResolvedAhead.Length];

    /// <summary>The same object with other fields, for a part of the response that comes later.</summary>
    public ObjectNode With(OperationContext part, SelectionPlan fields) => new(part, fields, Value, Parent, Field, Index);

    /// <summary>Starts all its fields.</summary>
    public void Run()
    {
        foreach (var field in Selection.ResolvedAhead) FieldResolution.Start(operation, this, field);
        operation.Stopwatch.Interrupt();
        operation.Part?.Leave();
    }
}

/// <summary>A list whose items have something to resolve.</summary>
internal sealed class ListNode(object?[] items, ResponseNode parent, FieldPlan field, int index) : ResponseNode(parent, field, index)
{
    /// <summary>Filled as <see cref="ObjectNode.Slots"/> are.</summary>
    public object?[] Items { get; } = items;

    /// <summary>The index of the first item in the response; not 0 in a part that comes later.</summary>
    public int First { get; init; }

    /// <summary>Items that come later; <c>null</c> when these are all.</summary>
    public LaterItems? Later { get; init; }
}

/// <summary>Starts one field of an object: how the root fields of a mutation are run one after the other.</summary>
internal sealed class FieldStart(OperationContext operation, ObjectNode parent, FieldPlan field) : IWorkItem
{
    public void Run()
    {
        FieldResolution.Start(operation, parent, field);
        operation.Stopwatch.Interrupt();
    }
}
