using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>
/// Any JSON value: <c>Any</c>, and every custom scalar of a schema made from SDL, whose format the engine cannot know.
/// Values come in as <see cref="JsonElement"/>.
/// </summary>
internal sealed class AnyScalar(string name) : ScalarType(name)
{
    // As deep as JSON is read everywhere else.
    private const int MaxDepth = 64;

    public override Type RuntimeType => typeof(JsonElement);

    public override object ParseLiteral(ValueNode literal)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json)) WriteLiteral(writer, literal);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        return document.RootElement.Clone();
    }

    public override object ParseValue(JsonElement json) => json.Clone();

    public override void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case JsonElement json: json.WriteTo(writer); break;
            case JsonNode json: json.WriteTo(writer); break;
            case string text: writer.WriteStringValue(text); break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            default: WriteInteger(writer, value); break;
        }
    }

    public override ValueNode ToLiteral(object value) => Literals.FromJson(value as JsonElement? ?? ToElement(value));

    private JsonElement ToElement(object value)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json)) Write(writer, value);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        return document.RootElement.Clone();
    }

    private void WriteInteger(Utf8JsonWriter writer, object value)
    {
        if (!ClrNumbers.IsInteger(value))
            throw new CoercionException($"{Name} cannot represent a value of the type {value.GetType().Name}.");
        writer.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
    }

    private void WriteLiteral(Utf8JsonWriter writer, ValueNode literal)
    {
        switch (literal)
        {
            case StringValueNode text: writer.WriteStringValue(text.Value); break;
            case EnumValueNode name: writer.WriteStringValue(name.Value); break;
            case BooleanValueNode boolean: writer.WriteBooleanValue(boolean.Value); break;
            case IntValueNode number: writer.WriteRawValue(number.Value); break;
            case FloatValueNode number: writer.WriteRawValue(number.Value); break;
            case ListValueNode list: WriteList(writer, list); break;
            case ObjectValueNode input: WriteObject(writer, input); break;
            case NullValueNode: writer.WriteNullValue(); break;
            default: throw VariableInside(literal);
        }
    }

    private CoercionException VariableInside(ValueNode variable) =>
        new($"{Name} cannot hold the variable {SyntaxPrinter.Print(variable)} inside a literal; send the whole value as one variable.");

    private void CheckDepth(Utf8JsonWriter writer)
    {
        if (writer.CurrentDepth == MaxDepth) throw new CoercionException($"{Name} cannot hold a value that is nested deeper than {MaxDepth} levels.");
    }

    private void WriteList(Utf8JsonWriter writer, ListValueNode list)
    {
        CheckDepth(writer);
        writer.WriteStartArray();
        foreach (var item in list.Items) WriteLiteral(writer, item);
        writer.WriteEndArray();
    }

    private void WriteObject(Utf8JsonWriter writer, ObjectValueNode input)
    {
        CheckDepth(writer);
        writer.WriteStartObject();
        foreach (var field in input.Fields)
        {
            writer.WritePropertyName(field.Name.Value);
            WriteLiteral(writer, field.Value);
        }

        writer.WriteEndObject();
    }
}
