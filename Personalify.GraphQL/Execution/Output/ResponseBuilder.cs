using System.Collections;
using System.Runtime.CompilerServices;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The second of an operation's two passes: writes the response in the order of the selections, reading what was not resolved
/// ahead straight from its objects. A position that cannot be written makes its nearest nullable ancestor null: the output is
/// cut back to where that began. Specification: 6.4.3 Value Completion, 6.4.4 Handling Execution Errors.
/// </summary>
/// <remarks>Methods that write a value return whether they did; if not, the error is noted and the caller's position is null too.</remarks>
internal sealed partial class ResponseBuilder(OperationContext operation, JsonOutput output)
{
    private readonly ResponsePath _path = new();

    /// <summary>Writes an object with all its fields.</summary>
    public bool WriteFields(SelectionPlan selection, object value, object?[]? slots)
    {
        output.Write((byte)'{');
        for (var i = 0; i < selection.Fields.Length; i++)
        {
            if (!WriteField(selection.Fields[i], i == 0, value, slots)) return false;
        }

        output.Write((byte)'}');
        return true;
    }

    /// <summary>Writes one entry of an object.</summary>
    public bool WriteField(FieldPlan field, bool isFirst, object parent, object?[]? slots)
    {
        output.Write(isFirst ? field.Name : field.NameAfterComma);
        if (field.Constant is { } constant)
        {
            output.Write(constant);
            return true;
        }

        _path.Enter(field);
        var isWritten = field.Slot < 0 ? WriteRead(field, parent) : WriteValue(field, field.Shape, slots![field.Slot]);
        _path.Leave();
        return isWritten;
    }

    private bool WriteRead(FieldPlan field, object parent)
    {
        object? value;
        try
        {
            value = field.Pure!(parent);
        }
        catch (Exception error)
        {
            value = new FieldFailure(error);
        }

        return WriteValue(field, field.Shape, value);
    }

    private bool WriteValue(FieldPlan field, OutputShape shape, object? value)
    {
        var start = output.Position;
        if (value is not null && TryWrite(field, shape, value)) return true;
        output.CutTo(start);
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
            return Fail(field, error);
        }
    }

    private bool WriteObject(FieldPlan field, OutputShape shape, object value)
    {
        // A response is as deep as its document, and fragments can make that deeper than a thread's stack.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return DeepStack.Run(() => WriteObject(field, shape, value));
        if (value is ObjectNode node) return WriteFields(node.Selection, node.Value, node.Slots);
        return WriteFields(field.SelectionOn(RuntimeTypes.Find(operation.Schema, field, shape, value)), value, null);
    }

    private bool WriteList(FieldPlan field, OutputShape itemShape, object value)
    {
        if (value is ListNode node) value = node.Items;
        if (value is string or not IEnumerable) throw RuntimeTypes.NoList(field);
        output.Write((byte)'[');
        var index = 0;
        foreach (var item in (IEnumerable)value)
        {
            if (index > 0) output.Write((byte)',');
            _path.Enter(index++);
            var isWritten = WriteValue(field, itemShape, item);
            _path.Leave();
            if (!isWritten) return false;
        }

        output.Write((byte)']');
        return true;
    }

    private bool Fail(FieldPlan field, Exception error)
    {
        operation.Errors.Add(error, field, _path.ToArray());
        return false;
    }
}
