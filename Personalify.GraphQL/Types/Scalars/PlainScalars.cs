using System.Globalization;
using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>Specification: 3.5.3 String.</summary>
internal sealed class StringScalar() : ScalarType("String")
{
    public override Type RuntimeType => typeof(string);

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? text.Value : throw Refused(SyntaxPrinter.Print(literal));

    public override object ParseValue(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : throw Refused(json.GetRawText());

    internal override object ParseValue(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : base.ParseValue(ref json);

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(Coerce(value));

    public override ValueNode ToLiteral(object value) => new StringValueNode(Coerce(value));

    private string Coerce(object value) => value as string ?? throw Refused(value);

    private CoercionException Refused(object shown) => new($"{Name} cannot represent a non string value: {ShownValue.Of(shown)}");
}

/// <summary>Specification: 3.5.4 Boolean.</summary>
internal sealed class BooleanScalar() : ScalarType("Boolean")
{
    public override Type RuntimeType => typeof(bool);

    public override object ParseLiteral(ValueNode literal) =>
        literal is BooleanValueNode boolean ? boolean.Value : throw Refused(SyntaxPrinter.Print(literal));

    public override object ParseValue(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : throw Refused(json.GetRawText());

    internal override object ParseValue(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : base.ParseValue(ref json);

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteBooleanValue(Coerce(value));

    public override ValueNode ToLiteral(object value) => new BooleanValueNode(Coerce(value));

    private bool Coerce(object value) => value is bool boolean ? boolean : throw Refused(value);

    private CoercionException Refused(object shown) => new($"{Name} cannot represent a non boolean value: {ShownValue.Of(shown)}");
}

/// <summary>
/// An opaque id: always text in responses, read from text or whole numbers with every digit kept. Specification: 3.5.5 ID.
/// </summary>
internal sealed class IdScalar() : ScalarType("ID")
{
    public override Type RuntimeType => typeof(string);

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw Refused(SyntaxPrinter.Print(literal)),
    };

    public override object ParseValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        _ => ClrNumbers.ToInteger(json) is { } integer ? integer.ToString(CultureInfo.InvariantCulture) : throw Refused(json.GetRawText()),
    };

    internal override object ParseValue(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : base.ParseValue(ref json);

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(Coerce(value));

    public override ValueNode ToLiteral(object value)
    {
        var id = Coerce(value);
        return long.TryParse(id, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == id
            ? new IntValueNode(id)
            : new StringValueNode(id);
    }

    private string Coerce(object value) => value switch
    {
        string id => id,
        Guid id => id.ToString(),
        _ => ClrNumbers.IsInteger(value) || value is double or decimal
            ? ClrNumbers.ToInteger(value)?.ToString(CultureInfo.InvariantCulture) ?? throw Refused(value)
            : throw Refused(value),
    };

    private CoercionException Refused(object shown) => new($"{Name} cannot represent value: {ShownValue.Of(shown)}");
}
