using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>Reads numbers of any CLR type and of JSON without losing a digit.</summary>
internal static class ClrNumbers
{
    private const int MaxDigits = 100;

    /// <summary>Whether the value is of one of the CLR's integer types.</summary>
    public static bool IsInteger(object value) => value is int or long or short or byte or sbyte or uint or ulong or ushort or BigInteger;

    /// <summary>The value as a whole number, from any numeric type that holds one.</summary>
    public static BigInteger? ToInteger(object value) => value switch
    {
        BigInteger integer => integer,
        ulong integer => integer,
        double real => double.IsInteger(real) ? new BigInteger(real) : null,
        float real => float.IsInteger(real) ? new BigInteger(real) : null,
        decimal real => decimal.IsInteger(real) ? new BigInteger(real) : null,
        _ => IsInteger(value) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null,
    };

    /// <summary>A JSON number as a whole number; <c>1.0</c> and <c>1e3</c> are whole. Specification: 3.5.1 Int, Input Coercion.</summary>
    public static BigInteger? ToInteger(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number) return null;
        if (json.TryGetInt64(out var integer)) return integer;
        var raw = json.GetRawText();
        return raw.Length <= MaxDigits ? FromScientific(raw) : null;
    }

    /// <summary>Exactly: a number that is nearly whole is not whole.</summary>
    private static BigInteger? FromScientific(string raw)
    {
        var parts = raw.Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        if (digits is "" or "-") return BigInteger.Zero;
        if (!int.TryParse(parts.ElementAtOrDefault(1) ?? "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)) return null;
        var zeros = exponent + (point < 0 ? parts[0].Length : point) - digits.Length;
        return zeros is >= 0 and <= MaxDigits ? BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, zeros) : null;
    }
}
