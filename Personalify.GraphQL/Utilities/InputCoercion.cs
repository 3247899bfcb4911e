using System.Text.Json;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// Turns what a client sent into CLR values by type: JSON of variables and literals of documents. Lists become
/// <c>object?[]</c>, input objects what <see cref="InputObjectType.CreateInstance"/> makes or a dictionary.
/// Specification: 3.5 to 3.12, Input Coercion. Messages follow graphql-js 17.
/// </summary>
internal sealed partial class InputCoercion
{
    private readonly InputErrors _errors = new();
    private readonly VariableValues _variables;
    private readonly IReadOnlyDictionary<string, IFile>? _files;

    private InputCoercion(VariableValues variables, IReadOnlyDictionary<string, IFile>? files = null) => (_variables, _files) = (variables, files);

    /// <summary>
    /// The CLR value of a variable's JSON; <paramref name="errors"/> is empty when it fits its type. Where the type is <c>Upload</c>, the
    /// JSON names one of the files.
    /// </summary>
    public static object? FromJson(JsonElement json, GraphQLType type, IReadOnlyDictionary<string, IFile>? files, out IReadOnlyList<InputError> errors)
    {
        var coercion = new InputCoercion(VariableValues.None, files);
        var value = coercion.Json(json, type);
        errors = coercion._errors.Errors;
        return value;
    }

    /// <summary>The CLR value of a literal; <paramref name="errors"/> is empty when it fits its type.</summary>
    public static object? FromLiteral(ValueNode literal, GraphQLType type, VariableValues variables, out IReadOnlyList<InputError> errors)
    {
        var coercion = new InputCoercion(variables);
        var value = coercion.Literal(literal, type);
        errors = coercion._errors.Errors;
        return value;
    }

    private object? Json(JsonElement json, GraphQLType type) => (type, json.ValueKind) switch
    {
        (NonNullType, JsonValueKind.Null) => Fail($"Expected value of non-null type \"{type}\" not to be null."),
        (NonNullType nonNull, _) => Json(json, nonNull.OfType),
        (_, JsonValueKind.Null) => null,
        (ListType list, JsonValueKind.Array) => JsonItems(json, list.OfType),
        (ListType list, _) => new[] { Json(json, list.OfType) },
        (InputObjectType input, JsonValueKind.Object) => JsonObject(json, input),
        (InputObjectType, _) => Fail($"Expected value of type \"{type}\" to be an object, found: {ShownValue.Of(json.GetRawText())}."),
        (EnumType @enum, _) => JsonEnum(json, @enum),
        (UploadScalar, _) => _errors.Try((json, _files), static call => UploadScalar.Find(call.json, call._files)),
        (ScalarType scalar, _) => _errors.Try((scalar, json), static call => call.scalar.ParseValue(call.json)),
        _ => Fail($"The type \"{type}\" is no input type."),
    };

    private object?[] JsonItems(JsonElement json, GraphQLType itemType)
    {
        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (!_errors.Enter(index)) break;
            items[index++] = Json(item, itemType);
            _errors.Leave();
        }

        return items;
    }

    private object? JsonEnum(JsonElement json, EnumType type) => json.ValueKind == JsonValueKind.String
        ? EnumNamed(json.GetString()!, type)
        : Fail($"Enum \"{type}\" cannot represent non-string value: {ShownValue.Of(json.GetRawText())}.");

    private object? JsonObject(JsonElement json, InputObjectType type)
    {
        var errorsBefore = _errors.Errors.Count;
        foreach (var property in json.EnumerateObject())
        {
            if (FindField(type, property.Name) is null) FailUnknownField(type, property.Name, json.GetRawText());
        }

        if (type.IsOneOf && !IsOneOf(json)) return Fail(OneOfMessage(type));
        var values = new Dictionary<string, object?>();
        foreach (var field in type.Fields)
        {
            if (json.TryGetProperty(field.Name, out var given)) SetField(values, field, (this, given), static (call, type) => call.Item1.Json(call.given, type));
            else SetDefault(values, field, type, json.GetRawText);
        }

        return _errors.Errors.Count == errorsBefore ? Create(type, values) : null;
    }

    private static bool IsOneOf(JsonElement json)
    {
        var count = 0;
        foreach (var property in json.EnumerateObject())
        {
            if (++count > 1 || property.Value.ValueKind == JsonValueKind.Null) return false;
        }

        return count == 1;
    }
}
