using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>
/// A whole number that fits <typeparamref name="T"/>: <c>Int</c>, <c>Long</c>, <c>Short</c>, <c>Byte</c>, <c>UnsignedByte</c>.
/// Strings, Booleans and fractions are refused. Specification: 3.5.1 Int.
/// </summary>
internal sealed class IntegerScalar<T>(string name) : ScalarType(name)
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private static readonly BigInteger Min = BigInteger.CreateChecked(T.MinValue);
    private static readonly BigInteger Max = BigInteger.CreateChecked(T.MaxValue);

    public override Type RuntimeType => typeof(T);

    public override object ParseLiteral(ValueNode literal) =>
        literal is IntValueNode { Value.Length: <= 100 } number
            ? InRange(BigInteger.Parse(number.Value, CultureInfo.InvariantCulture), number.Value)
            : throw NotWhole(SyntaxPrinter.Print(literal));

    public override object ParseValue(JsonElement json) =>
        ClrNumbers.ToInteger(json) is { } integer ? InRange(integer, json.GetRawText()) : throw NotWhole(json.GetRawText());

    internal override object ParseValue(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.Number) return base.ParseValue(ref json);
        if (typeof(T) == typeof(int) && json.TryGetInt32(out var number)) return number;
        return typeof(T) == typeof(long) && json.TryGetInt64(out var large) ? large : base.ParseValue(ref json);
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case int integer when typeof(T) == typeof(int): writer.WriteNumberValue(integer); break;
            case long integer when typeof(T) == typeof(long): writer.WriteNumberValue(integer); break;
            default: writer.WriteNumberValue(long.CreateChecked(Coerce(value))); break;
        }
    }

    public override ValueNode ToLiteral(object value) => Literals.Integer(Coerce(value));

    private T Coerce(object value) => ClrNumbers.ToInteger(value) is { } integer ? InRange(integer, value) : throw NotWhole(value);

    private T InRange(BigInteger integer, object shown) =>
        integer >= Min && integer <= Max
            ? T.CreateChecked(integer)
            : throw new CoercionException($"{Name} cannot represent {shown}: it must be {Min} to {Max}.");

    private CoercionException NotWhole(object shown) => new($"{Name} cannot represent non-integer value: {ShownValue.Of(shown)}");
}
