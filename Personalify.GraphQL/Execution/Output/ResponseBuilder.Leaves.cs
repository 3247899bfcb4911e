using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Execution;

/// <content>Scalars and enums. Specification: 6.4.3 Value Completion, Coercing Results.</content>
internal readonly partial struct ResponseBuilder
{
    /// <summary>
    /// Writes a field that is read from its parent straight into the output. Its place in the path is only entered when
    /// something is wrong.
    /// </summary>
    private bool WriteLeaf(FieldPlan field, object parent)
    {
        object? value;
        var start = output.Position;
        try
        {
            switch (field.Access)
            {
                case FieldAccess.Int:
                    output.Write(field.Int!(parent));
                    return true;
                case FieldAccess.Boolean:
                    output.Write(field.Boolean!(parent));
                    return true;
            }

            value = field.Pure!(parent);
            if (value is string text)
            {
                output.Write(text);
                return true;
            }
        }
        catch (Exception error) when (error is not ResponseTooLargeException)
        {
            value = new FieldFailure(error);
        }

        output.CutTo(start);
        return WriteEntered(field, value);
    }

    private bool WriteLeaf(OutputShape shape, object value)
    {
        switch (shape.Kind)
        {
            case ShapeKind.String or ShapeKind.Id when value is string text:
                output.Write(text);
                break;
            case ShapeKind.Int when value is int number:
                output.Write(number);
                break;
            case ShapeKind.Boolean when value is bool boolean:
                output.Write(boolean);
                break;
            case ShapeKind.Enum:
                WriteEnum(shape, value);
                break;
            default:
                output.Write((ScalarType)shape.Type, value);
                break;
        }

        return true;
    }

    private void WriteEnum(OutputShape shape, object value)
    {
        if (!shape.EnumNames!.TryGet(value, out var json)) throw new CoercionException($"Enum \"{shape.Type}\" cannot represent value: {ShownValue.Of(value)}");
        output.Write(json);
    }
}
