using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personalify.Api.Spotify.Http;

/// <summary>Values that are not what they should be count as missing, so that one odd field never costs an answer.</summary>
internal abstract class LenientConverter<T> : JsonConverter<T?>
{
    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return ReadValue(ref reader);
        reader.Skip();
        return default;
    }

    protected abstract T? ReadValue(ref Utf8JsonReader reader);

    protected static string Raw(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);
}

/// <summary>A title that is all digits may come as a number.</summary>
internal sealed class LenientText : LenientConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    protected override string? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => Raw(ref reader),
    };
}

internal sealed class LenientInt32 : LenientConverter<int?>
{
    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }

    protected override int? ReadValue(ref Utf8JsonReader reader) => LenientInt64.Parse(Raw(ref reader)) switch
    {
        { } number and >= int.MinValue and <= int.MaxValue => (int)number,
        _ => null,
    };
}

internal sealed class LenientInt64 : LenientConverter<long?>
{
    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }

    /// <summary>
    /// Whole numbers in any writing: <c>5</c>, <c>"5"</c>, <c>5.0</c>, <c>5e3</c>; fractions lose what is behind the point.
    /// </summary>
    public static long? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 9e18
            ? (long)number
            : null;
    }

    protected override long? ReadValue(ref Utf8JsonReader reader) => Parse(Raw(ref reader));
}

internal sealed class LenientBoolean : LenientConverter<bool?>
{
    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } truth) writer.WriteBooleanValue(truth);
        else writer.WriteNullValue();
    }

    protected override bool? ReadValue(ref Utf8JsonReader reader) => Raw(ref reader) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };
}

internal sealed class LenientTime : LenientConverter<DateTimeOffset?>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
        if (value is { } time) writer.WriteStringValue(time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
        else writer.WriteNullValue();
    }

    protected override DateTimeOffset? ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, Utc, out var time) ? time : null;
    }
}
