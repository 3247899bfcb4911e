using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>Reads a text, or says that it is not in the scalar's format.</summary>
internal delegate bool TextReader<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>A scalar that travels as a string of one format, such as a date.</summary>
/// <param name="name">The scalar's name.</param>
/// <param name="example">A value in the format; messages show it as the way out.</param>
/// <param name="read">Reads the format, strictly.</param>
/// <param name="format">Formats a result, or <c>null</c> when the CLR value is of a type that the scalar does not take.</param>
internal sealed class TextScalar<T>(string name, string example, TextReader<T> read, Func<object, string?> format) : ScalarType(name)
    where T : notnull
{
    public override Type RuntimeType => typeof(T);

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? Parse(text.Value) : throw Refused(SyntaxPrinter.Print(literal));

    public override object ParseValue(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Parse(json.GetString()!) : throw Refused(json.GetRawText());

    internal override object ParseValue(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? Parse(json.GetString()!) : base.ParseValue(ref json);

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(Format(value));

    public override ValueNode ToLiteral(object value) => new StringValueNode(Format(value));

    private string Format(object value) => format(value) ?? throw Refused(value);

    private object Parse(string text) => read(text, out var value) ? value : throw Refused(Literals.Quote(text));

    private CoercionException Refused(object shown) =>
        new($"{Name} cannot represent {ShownValue.Of(shown)}: it must look like {Literals.Quote(example)}.");
}
