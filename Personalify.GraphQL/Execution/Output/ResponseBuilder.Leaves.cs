using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Execution;

/// <content>Scalars and enums. Specification: 6.4.3 Value Completion, Coercing Results.</content>
internal sealed partial class ResponseBuilder
{
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
