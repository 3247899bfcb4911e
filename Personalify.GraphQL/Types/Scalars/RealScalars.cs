using System.Globalization;
using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>A finite double. Specification: 3.5.2 Float.</summary>
internal sealed class FloatScalar() : ScalarType("Float")
{
    public override Type RuntimeType => typeof(double);

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode number => Finite(double.Parse(number.Value, CultureInfo.InvariantCulture), number.Value),
        FloatValueNode number => Finite(double.Parse(number.Value, CultureInfo.InvariantCulture), number.Value),
        _ => throw NotNumeric(SyntaxPrinter.Print(literal)),
    };

    public override object ParseValue(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number)
            ? Finite(number, json.GetRawText())
            : throw NotNumeric(json.GetRawText());

    public override void Write(Utf8JsonWriter writer, object value)
    {
        if (value is float single) writer.WriteNumberValue((float)Finite(single, single));
        else if (value is decimal exact) writer.WriteNumberValue(exact);
        else writer.WriteNumberValue(Coerce(value));
    }

    public override ValueNode ToLiteral(object value)
    {
        var number = Coerce(value);
        if (double.IsInteger(number) && Math.Abs(number) < 1e15) return Literals.Integer((long)number);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return new FloatValueNode(text.Replace('E', 'e').Replace("e+", "e", StringComparison.Ordinal));
    }

    private double Coerce(object value) => value switch
    {
        double number => Finite(number, number),
        float number => Finite(number, number),
        decimal number => (double)number,
        _ => ClrNumbers.ToInteger(value) is { } integer ? Finite((double)integer, value) : throw NotNumeric(value),
    };

    private double Finite(double number, object shown) =>
        double.IsFinite(number)
            ? number
            : throw new CoercionException($"{Name} cannot represent {ShownValue.Of(shown)}: it is not finite.");

    private CoercionException NotNumeric(object shown) => new($"{Name} cannot represent non-numeric value: {ShownValue.Of(shown)}");
}

/// <summary>A decimal number of up to 28 digits, sent as a JSON number.</summary>
internal sealed class DecimalScalar() : ScalarType("Decimal")
{
    public override Type RuntimeType => typeof(decimal);

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode number => Parse(number.Value),
        FloatValueNode number => Parse(number.Value),
        _ => throw Refused(SyntaxPrinter.Print(literal)),
    };

    public override object ParseValue(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number ? Parse(json.GetRawText()) : throw Refused(json.GetRawText());

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue(Coerce(value));

    public override ValueNode ToLiteral(object value)
    {
        var number = Coerce(value);
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? new FloatValueNode(text) : new IntValueNode(text);
    }

    private decimal Coerce(object value) => value switch
    {
        decimal number => number,
        _ => ClrNumbers.IsInteger(value) ? Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!) : throw Refused(value),
    };

    private decimal Parse(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Refused(text);

    private CoercionException Refused(object shown) =>
        new($"{Name} cannot represent {ShownValue.Of(shown)}: it must be a number of at most 28 digits.");
}
