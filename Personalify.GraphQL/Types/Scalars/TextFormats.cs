using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>The formats of the scalars that travel as text: how each is read and written, strictly and without a culture.</summary>
internal static partial class TextFormats
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>RFC 3339 date-time: the offset is required, so that every value is one instant.</summary>
    public static bool ReadDateTime(string text, out DateTimeOffset value)
    {
        value = default;
        return DateTimePattern().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>
    /// In UTC as <c>Z</c>, with only the fraction digits that are needed. A <see cref="DateTime"/> without a zone is taken as UTC.
    /// </summary>
    public static string? WriteDateTime(object value) => value switch
    {
        DateTimeOffset { Offset.Ticks: 0 } instant => instant.ToString(Seconds + "'Z'", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString(Seconds + "zzz", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Local } local => WriteDateTime(new DateTimeOffset(local)),
        DateTime utc => WriteDateTime(new DateTimeOffset(utc.Ticks, TimeSpan.Zero)),
        _ => null,
    };

    public static bool ReadLocalDate(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static string? WriteLocalDate(object value) =>
        value is DateOnly date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static bool ReadLocalTime(string text, out TimeOnly value)
    {
        value = default;
        return LocalTimePattern().IsMatch(text) && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    public static string? WriteLocalTime(object value) =>
        value is TimeOnly time ? time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) : null;

    /// <summary>ISO 8601 durations of fixed length: years and months have none and are refused.</summary>
    public static bool ReadDuration(string text, out TimeSpan value)
    {
        value = default;
        if (!DurationPattern().IsMatch(text)) return false;
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    public static string? WriteDuration(object value) => value is TimeSpan duration ? XmlConvert.ToString(duration) : null;

    public static bool ReadUuid(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    public static string? WriteUuid(object value) => value is Guid uuid ? uuid.ToString("D") : null;

    public static bool ReadUri(string text, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        return Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
    }

    public static string? WriteUri(object value) => (value as Uri)?.OriginalString;

    public static bool ReadBase64(string text, [MaybeNullWhen(false)] out byte[] value)
    {
        var bytes = new byte[text.Length / 4 * 3];
        var readable = Convert.TryFromBase64String(text, bytes, out var length);
        value = readable ? bytes[..length] : null;
        return readable;
    }

    public static string? WriteBase64(object value) => value is byte[] bytes ? Convert.ToBase64String(bytes) : null;

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"\A[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?\z")]
    private static partial Regex LocalTimePattern();

    [GeneratedRegex(@"\A-?P(?=[0-9T])([0-9]{1,9}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\.[0-9]{1,7})?S)?)?\z")]
    private static partial Regex DurationPattern();
}
