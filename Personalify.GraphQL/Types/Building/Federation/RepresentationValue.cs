using System.Text.Json;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads what another subgraph has resolved of a field, as C# has it.</summary>
/// <param name="field">The field.</param>
/// <param name="target">The CLR type.</param>
/// <param name="format">Reads what was coerced, such as an id that names its type; <c>null</c> for none.</param>
/// <param name="objects">Makes objects, where the field may hold some.</param>
internal sealed class RepresentationValue(OutputField field, Type target, Func<object?, object?>? format, RepresentationObjects? objects = null)
{
    public Type Target => target;

    /// <exception cref="CoercionException">It does not fit the field's type, or the CLR type.</exception>
    public object? Read(JsonElement json)
    {
        var value = objects is null || field.Type.Named is ScalarType or EnumType ? Leaf(json) : objects.Read(json, field.Type);
        return InputConversion.To(format is null ? value : format(value), target);
    }

    private object? Leaf(JsonElement json)
    {
        var value = InputCoercion.FromJson(json, field.Type, out var errors);
        return errors is null ? value : throw new CoercionException(errors[0].Message);
    }
}
