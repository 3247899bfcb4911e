using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Listening;

/// <summary>
/// The place of a play in a list of one user's plays: what makes a play unique, so that plays of one second have each their own.
/// It fits every order. Clients see 34 bytes in Base64Url: end, reported time and offline start in microseconds since 1970, the track's
/// number, milliseconds, and the ordinal.
/// </summary>
public readonly record struct PlayCursor(
    DateTime EndedAt, int TrackNumber, int MsPlayed, DateTime ReportedAt, DateTime OfflineAt, short Ordinal)
{
    private const int Length = 34;
    private const int TextLength = 46;

    public static PlayCursor Of(Play play) =>
        new(play.EndedAt.UtcDateTime, play.TrackNumber, play.MsPlayed, play.ReportedAt.UtcDateTime, play.OfflineAt, play.Ordinal);

    /// <exception cref="GraphQLException">The text is not a cursor of a list of plays.</exception>
    public static PlayCursor Parse(string text, string argument)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!TryDecode(text, bytes) || !MomentBytes.TryRead(bytes, out var endedAt) || !MomentBytes.TryRead(bytes[16..], out var reportedAt)
            || !MomentBytes.TryRead(bytes[24..], out var offlineAt)) throw Refused(text, argument);
        return new PlayCursor(
            endedAt, BinaryPrimitives.ReadInt32BigEndian(bytes[8..]), BinaryPrimitives.ReadInt32BigEndian(bytes[12..]),
            reportedAt, offlineAt, BinaryPrimitives.ReadInt16BigEndian(bytes[32..]));
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        MomentBytes.Write(bytes, EndedAt);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], TrackNumber);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], MsPlayed);
        MomentBytes.Write(bytes[16..], ReportedAt);
        MomentBytes.Write(bytes[24..], OfflineAt);
        BinaryPrimitives.WriteInt16BigEndian(bytes[32..], Ordinal);
        return Base64Url.EncodeToString(bytes);
    }

    private static bool TryDecode(string text, Span<byte> bytes) =>
        text.Length == TextLength
        && Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done
        && written == Length;

    private static GraphQLException Refused(string text, string argument)
    {
        var shown = text.Length <= TextLength ? text : text[..TextLength] + "…";
        return new GraphQLException($"{argument} is not a cursor of this list: '{shown}'. Take one from pageInfo or an edge.",
            ErrorCodes.InvalidCursor);
    }
}
