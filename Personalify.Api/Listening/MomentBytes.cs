using System.Buffers.Binary;

namespace Personalify.Api.Listening;

/// <summary>
/// A moment in eight bytes: microseconds since 1970, which is as fine as the store keeps them. Npgsql reads PostgreSQL's infinities as the
/// ends of .NET's calendar, and writes those as infinities; they stand for themselves here.
/// </summary>
internal static class MomentBytes
{
    private const long MaxMicroseconds = 253_402_300_799_999_999; // The end of the year 9999.

    public static void Write(Span<byte> place, DateTime time) => BinaryPrimitives.WriteInt64BigEndian(
        place,
        time == DateTime.MinValue
            ? long.MinValue
            : time == DateTime.MaxValue ? long.MaxValue : (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    public static bool TryRead(ReadOnlySpan<byte> place, out DateTime time)
    {
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(place);
        time = DateTime.SpecifyKind(microseconds switch
        {
            long.MinValue => DateTime.MinValue,
            long.MaxValue => DateTime.MaxValue,
            >= 0 and <= MaxMicroseconds => DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond),
            _ => default,
        }, DateTimeKind.Utc);
        return microseconds is long.MinValue or long.MaxValue or (>= 0 and <= MaxMicroseconds);
    }
}
