using System.Collections;
using System.Runtime.CompilerServices;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The second of an operation's two passes: writes the response in the order of the selections, reading what was not resolved
/// ahead straight from its objects. A position that cannot be written makes its nearest nullable ancestor null: the output is
/// cut back to where that began. Specification: 6.4.3 Value Completion, 6.4.4 Handling Execution Errors.
/// </summary>
/// <remarks>Methods that write a value return whether they did; if not, the error is noted and the caller's position is null too.</remarks>
internal readonly partial struct ResponseBuilder(OperationContext operation, JsonOutput output, ResponsePath? path = null)
{
    private readonly ResponsePath _path = path ?? output.Path;

    /// <summary>Writes an object with all its fields.</summary>
    public bool WriteFields(SelectionPlan selection, object value, object?[]? slots)
    {
        var fields = selection.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            if (!WriteField(fields[i], i == 0, value, slots)) return false;
        }

        End(fields.Length);
        return true;
    }

    /// <summary>Ends an object, which began with its first field.</summary>
    public void End(int fields)
    {
        if (fields > 0) output.Write((byte)'}');
        else output.Write("{}"u8);
    }

    /// <summary>Writes one entry of an object, and the object's brace before the first.</summary>
    public bool WriteField(FieldPlan field, bool isFirst, object parent, object?[]? slots)
    {
        output.Write(isFirst ? field.NameAfterBrace : field.NameAfterComma);
        switch (field.Access)
        {
            case FieldAccess.Constant:
                output.Write(field.Constant);
                return true;
            case FieldAccess.Slot:
                return WriteEntered(field, slots![field.Slot]);
            case FieldAccess.Value:
                return WriteEntered(field, Read(field, parent));
            default:
                return WriteLeaf(field, parent);
        }
    }

    private bool WriteEntered(FieldPlan field, object? value)
    {
        _path.Enter(field);
        var isWritten = WriteValue(field, field.Shape, value);
        _path.Leave();
        return isWritten;
    }

    private static object? Read(FieldPlan field, object parent)
    {
        try
        {
            return field.Pure!(parent);
        }
        catch (Exception error)
        {
            return new FieldFailure(error);
        }
    }

    private bool WriteValue(FieldPlan field, OutputShape shape, object? value)
    {
        var start = output.Position;
        if (value is not null && TryWrite(field, shape, value)) return true;
        output.CutTo(start);
        operation.Deferred?.CutTo(start);
        if (shape.IsNonNull)
        {
            if (value is null) operation.Errors.AddNull(field, _path.ToArray());
            return false;
        }

        output.WriteNull();
        return true;
    }

    private bool TryWrite(FieldPlan field, OutputShape shape, object value)
    {
        var depth = _path.Depth;
        try
        {
            return shape.Kind switch
            {
                _ when value is FieldFailure failure => Fail(field, failure.Exception),
                ShapeKind.List => WriteList(field, shape.Item!, value),
                ShapeKind.Object or ShapeKind.Abstract => WriteObject(field, shape, value),
                _ => WriteLeaf(shape, value),
            };
        }
        catch (Exception error) when (error is not ResponseTooLargeException)
        {
            _path.ReturnTo(depth);
            return Fail(field, error);
        }
    }

    private bool WriteObject(FieldPlan field, OutputShape shape, object value)
    {
        // A response is as deep as its document, and fragments can make that deeper than a thread's stack.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return WriteObjectDeeper(field, shape, value);
        if (value is ObjectNode node) return WriteNode(node);
        return WriteFields(field.SelectionOn(RuntimeTypes.Find(operation.Schema, field, shape, value)), value, null);
    }

    /// <summary>Apart, because a method with a lambda makes what it captures at every call.</summary>
    private bool WriteObjectDeeper(FieldPlan field, OutputShape shape, object value)
    {
        var builder = this;
        return DeepStack.Run(() => builder.WriteObject(field, shape, value));
    }

    private bool WriteList(FieldPlan field, OutputShape itemShape, object value)
    {
        var node = value as ListNode;
        if (node is not null) value = node.Items;
        if (value is string or not IEnumerable) throw RuntimeTypes.NoList(field);
        output.Write((byte)'[');
        _path.Enter(0);
        var isWritten = value is object?[] array ? WriteArray(field, itemShape, array) : WriteSequence(field, itemShape, (IEnumerable)value);
        _path.Leave();
        if (!isWritten) return false;
        output.Write((byte)']');
        if (node?.Later is { } later) Defer(later);
        return true;
    }

    private bool WriteArray(FieldPlan field, OutputShape itemShape, object?[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (!WriteItem(field, itemShape, i, items[i])) return false;
        }

        return true;
    }

    private bool WriteSequence(FieldPlan field, OutputShape itemShape, IEnumerable items)
    {
        var index = 0;
        foreach (var item in items)
        {
            if (!WriteItem(field, itemShape, index++, item)) return false;
        }

        return true;
    }

    private bool WriteItem(FieldPlan field, OutputShape itemShape, int index, object? item)
    {
        if (index > 0)
        {
            output.Write((byte)',');
            _path.MoveTo(index);
        }

        return WriteValue(field, itemShape, item);
    }

    /// <summary>Notes that the position has failed.</summary>
    public bool Fail(FieldPlan field, Exception error)
    {
        operation.Errors.Add(error, field, _path.ToArray());
        return false;
    }
}
