using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>Makes literals from values. Specification: 2.9 Input Values.</summary>
internal static class Literals
{
    /// <summary>A text as a string literal.</summary>
    public static string Quote(string text) => SyntaxPrinter.Print(new StringValueNode(text));

    /// <summary>Texts as a list of string literals.</summary>
    public static ListValueNode Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new StringValueNode(text))]);

    /// <summary>A directive as it is written on a definition.</summary>
    public static DirectiveNode Directive(string name, params IEnumerable<(string Name, ValueNode Value)> arguments) => new(
        new NameNode(name), [.. arguments.Select(argument => new ArgumentNode(new NameNode(argument.Name), argument.Value))]);

    /// <summary>An integer as a literal.</summary>
    public static IntValueNode Integer<T>(T value)
        where T : IBinaryInteger<T> => new(value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>A CLR value as a literal of a type: a scalar, an enum, or a list of them.</summary>
    /// <exception cref="CoercionException">The value is not one of the type.</exception>
    public static ValueNode FromValue(object? value, GraphQLType type) => type switch
    {
        _ when value is null => new NullValueNode(),
        NonNullType nonNull => FromValue(value, nonNull.OfType),
        ListType list when value is IEnumerable items and not string => FromItems(items.Cast<object?>(), list.OfType),
        ListType list => FromValue(value, list.OfType),
        ScalarType scalar => scalar.ToLiteral(value),
        EnumType values when values.Values.Find(each => each.RuntimeValue.Equals(value)) is { } found => new EnumValueNode(found.Name),
        _ => throw new CoercionException($"{value} is not a value of {type}."),
    };

    private static ListValueNode FromItems(IEnumerable<object?> items, GraphQLType type) =>
        new([.. items.Select(item => FromValue(item, type))]);

    /// <summary>JSON as a literal; object keys that are no GraphQL names cannot be written as one.</summary>
    public static ValueNode FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode(json.GetString()!),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(json.GetBoolean()),
        JsonValueKind.Array => new ListValueNode([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => new ObjectValueNode([.. json.EnumerateObject().Select(Field)]),
        _ => new NullValueNode(),
    };

    private static ObjectFieldNode Field(JsonProperty property) => Names.IsValid(property.Name)
        ? new ObjectFieldNode(new NameNode(property.Name), FromJson(property.Value))
        : throw new CoercionException($"The key {Quote(property.Name)} is no GraphQL name, so the object cannot be written as a literal.");

    private static ValueNode Number(string raw) =>
        raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? new IntValueNode(raw) : new FloatValueNode(raw);
}
