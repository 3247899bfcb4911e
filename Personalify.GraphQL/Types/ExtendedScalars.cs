using System.Text.Json;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types;

/// <summary>
/// The scalars beyond the specification, in Hot Chocolate's names. A schema holds those that it uses.
/// One instance each, shared by all schemas.
/// </summary>
public static class ExtendedScalars
{
    /// <summary>A whole number of 64 bits with sign, sent as a JSON number.</summary>
    public static ScalarType Long { get; } = new IntegerScalar<long>("Long") { Description = "A signed 64-bit whole number." };

    /// <summary>A whole number of 16 bits with sign.</summary>
    public static ScalarType Short { get; } = new IntegerScalar<short>("Short") { Description = "A signed 16-bit whole number." };

    /// <summary>A whole number of 8 bits with sign.</summary>
    public static ScalarType Byte { get; } = new IntegerScalar<sbyte>("Byte") { Description = "A signed 8-bit whole number." };

    /// <summary>A whole number of 8 bits without sign.</summary>
    public static ScalarType UnsignedByte { get; } = new IntegerScalar<byte>("UnsignedByte")
    {
        Description = "An unsigned 8-bit whole number.",
    };

    /// <summary>A decimal number.</summary>
    public static ScalarType Decimal { get; } = new DecimalScalar { Description = "A decimal number of up to 28 digits." };

    /// <summary>An instant: RFC 3339 with an offset.</summary>
    public static ScalarType DateTime { get; } = new TextScalar<DateTimeOffset>(
        "DateTime", "2026-01-31T18:05:00Z", TextFormats.ReadDateTime, TextFormats.WriteDateTime)
    {
        Description = "An instant with its offset from UTC.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3339",
    };

    /// <summary>A day without a time or zone.</summary>
    public static ScalarType LocalDate { get; } = new TextScalar<DateOnly>(
        "LocalDate", "2026-01-31", TextFormats.ReadLocalDate, TextFormats.WriteLocalDate)
    {
        Description = "A day of the calendar, without a time or a zone.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3339",
    };

    /// <summary>A time of day without a day or zone.</summary>
    public static ScalarType LocalTime { get; } = new TextScalar<TimeOnly>(
        "LocalTime", "18:05:00", TextFormats.ReadLocalTime, TextFormats.WriteLocalTime)
    {
        Description = "A time of day, without a day or a zone.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3339",
    };

    /// <summary>A length of time: ISO 8601 in days and smaller.</summary>
    public static ScalarType Duration { get; } = new TextScalar<TimeSpan>(
        "Duration", "PT1H30M", TextFormats.ReadDuration, TextFormats.WriteDuration)
    {
        Description = "A length of time by ISO 8601, in days, hours, minutes and seconds.",
    };

    /// <summary>A UUID in its hyphenated form.</summary>
    public static ScalarType Uuid { get; } = new TextScalar<Guid>(
        "UUID", "9b2c6f3e-4b1a-4c57-9a55-0f7c2f0a3d11", TextFormats.ReadUuid, TextFormats.WriteUuid)
    {
        Description = "A universally unique identifier.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc9562",
    };

    /// <summary>A URI, absolute or relative.</summary>
    public static ScalarType Uri { get; } = new TextScalar<Uri>(
        "URI", "https://example.org/a", TextFormats.ReadUri, TextFormats.WriteUri)
    {
        Description = "A uniform resource identifier, absolute or relative.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3986",
    };

    /// <summary>Bytes in Base64.</summary>
    public static ScalarType Base64String { get; } = new TextScalar<byte[]>(
        "Base64String", "SGVsbG8=", TextFormats.ReadBase64, TextFormats.WriteBase64)
    {
        Description = "Bytes in Base64.",
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc4648",
    };

    /// <summary>Any JSON value, as <see cref="JsonElement"/>.</summary>
    public static ScalarType Any { get; } = new AnyScalar("Any") { Description = "Any JSON value." };

    /// <summary>A file of a multipart request, as <see cref="IFile"/>; for inputs only.</summary>
    public static ScalarType Upload { get; } = new UploadScalar()
    {
        Description = "A file of a multipart request.",
        SpecifiedByUrl = "https://github.com/jaydenseric/graphql-multipart-request-spec",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScalarType> All { get; } =
        [Long, Short, Byte, UnsignedByte, Decimal, DateTime, LocalDate, LocalTime, Duration, Uuid, Uri, Base64String, Any, Upload];
}
