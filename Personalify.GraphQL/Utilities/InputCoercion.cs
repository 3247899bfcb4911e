using System.Runtime.InteropServices;
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

    private InputCoercion(VariableValues variables) => _variables = variables;

    /// <summary>Reads JSON. Where a type is <c>Upload</c>, the JSON names one of the files.</summary>
    public InputCoercion(IReadOnlyDictionary<string, IFile>? files)
        : this(VariableValues.None) => _files = files;

    /// <summary>
    /// A reader of JSON that somebody has accepted already, whatever it may contain beside values and however deep it is: coercion has a limit of
    /// its own.
    /// </summary>
    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) =>
        new(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue });

    /// <summary>The CLR value of the JSON that the reader stands at; <paramref name="errors"/> is <c>null</c> when it fits its type. Leaves the reader at its last token.</summary>
    public object? Read(ref Utf8JsonReader json, GraphQLType type, out List<InputError>? errors)
    {
        var value = Json(ref json, type);
        errors = _errors.Take();
        return value;
    }

    /// <summary>The CLR value of JSON; <paramref name="errors"/> is <c>null</c> when it fits its type.</summary>
    public static object? FromJson(JsonElement json, GraphQLType type, out List<InputError>? errors)
    {
        var reader = Reader(JsonMarshal.GetRawUtf8Value(json));
        reader.Read();
        return new InputCoercion(files: null).Read(ref reader, type, out errors);
    }

    /// <summary>The CLR value of a literal; <paramref name="errors"/> is empty when it fits its type.</summary>
    public static object? FromLiteral(ValueNode literal, GraphQLType type, VariableValues variables, out IReadOnlyList<InputError> errors)
    {
        errors = [];
        if (literal is VariableNode variable && variables.TryGet(variable.Name.Value, out var known) && known is not null) return known;
        var coercion = new InputCoercion(variables);
        var value = coercion.Literal(literal, type);
        errors = coercion._errors.Take() ?? errors;
        return value;
    }

    private object? Json(ref Utf8JsonReader json, GraphQLType type) => (type, json.TokenType) switch
    {
        (NonNullType, JsonTokenType.Null) => Fail($"Expected value of non-null type \"{type}\" not to be null."),
        (NonNullType nonNull, _) => Json(ref json, nonNull.OfType),
        (_, JsonTokenType.Null) => null,
        (ListType list, JsonTokenType.StartArray) => JsonItems(ref json, list.OfType),
        (ListType list, _) => new[] { Json(ref json, list.OfType) },
        (InputObjectType input, JsonTokenType.StartObject) => JsonObject(ref json, input),
        (InputObjectType, _) => Fail($"Expected value of type \"{type}\" to be an object, found: {Show(ref json)}."),
        (EnumType @enum, _) => JsonEnum(ref json, @enum),
        (ScalarType scalar, _) => JsonScalar(ref json, scalar),
        _ => throw new InvalidOperationException($"The type \"{type}\" is no input type."),
    };

    private object?[] JsonItems(ref Utf8JsonReader json, GraphQLType itemType)
    {
        var items = new List<object?>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (_errors.Enter(items.Count))
            {
                items.Add(Json(ref json, itemType));
                _errors.Leave();
            }
            else
            {
                // One word about the depth is enough for all items.
                do json.Skip();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray);
                break;
            }
        }

        return [.. items];
    }

    private object? JsonEnum(ref Utf8JsonReader json, EnumType type)
    {
        if (json.TokenType != JsonTokenType.String) return Fail($"Enum \"{type}\" cannot represent non-string value: {Show(ref json)}.");
        foreach (var value in type.Values)
        {
            if (json.ValueTextEquals(value.Name)) return value.RuntimeValue;
        }

        return EnumNamed(json.GetString()!, type);
    }

    /// <summary>A scalar takes its value off the reader whether or not it likes it.</summary>
    private object? JsonScalar(ref Utf8JsonReader json, ScalarType scalar)
    {
        try
        {
            return scalar is UploadScalar ? UploadScalar.Find(JsonElement.ParseValue(ref json), _files) : scalar.ParseValue(ref json);
        }
        catch (CoercionException error)
        {
            return Fail(error.Message);
        }
    }

    /// <summary>The value that the reader stands at, as messages show it; the reader goes on to its end.</summary>
    private static string Show(ref Utf8JsonReader json) => ShownValue.Of(JsonElement.ParseValue(ref json).GetRawText());
}
