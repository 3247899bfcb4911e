using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Listening;

/// <summary>
/// The place of a play in a list of one user's plays: what makes a play unique, so that plays of one second have each their own.
/// It fits every order. Clients see 16 bytes in Base64Url: microseconds since 1970, track, milliseconds.
/// </summary>
public readonly record struct PlayCursor(DateTime EndedAt, int TrackId, int MsPlayed)
{
    private const int Length = 16;
    private const int TextLength = 22;
    private const long MaxMicroseconds = 253_402_300_799_999_999; // The end of the year 9999.

    public static PlayCursor Of(Play play) => new(play.EndedAt.UtcDateTime, play.TrackId, play.MsPlayed);

    /// <exception cref="GraphQLException">The text is not a cursor of a list of plays.</exception>
    public static PlayCursor Parse(string text, string argument)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!TryDecode(text, bytes)) throw Refused(text, argument);
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (microseconds is < 0 or > MaxMicroseconds) throw Refused(text, argument);
        return new PlayCursor(
            DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond),
            BinaryPrimitives.ReadInt32BigEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[12..]));
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (EndedAt - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], TrackId);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], MsPlayed);
        return Base64Url.EncodeToString(bytes);
    }

    private static bool TryDecode(string text, Span<byte> bytes) =>
        text.Length == TextLength
        && Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done
        && written == Length;

    private static GraphQLException Refused(string text, string argument)
    {
        var shown = text.Length <= TextLength ? text : text[..TextLength] + "…";
        return new GraphQLException($"{argument} is not a cursor of this list: '{shown}'. Take one from pageInfo or an edge.");
    }
}
