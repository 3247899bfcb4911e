using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Personalify.Api.Listening;

/// <summary>
/// What makes a play of a listener: its track, the time and the length that its row names, the start that a device noted offline, and the
/// place among equal rows. As text 30 bytes in Base64Url, in this order.
/// </summary>
public readonly record struct PlayId(int UserId, int TrackNumber, DateTime ReportedAt, int MsPlayed, DateTime OfflineAt, short Ordinal)
    : IParsable<PlayId>
{
    private const int Length = 30;
    private const int TextLength = 40;

    public static PlayId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("The text is not the id of a play.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlayId result)
    {
        Span<byte> bytes = stackalloc byte[Length];
        result = default;
        if (s?.Length != TextLength || Base64Url.DecodeFromChars(s, bytes, out _, out var written) != OperationStatus.Done
            || written != Length
            || !MomentBytes.TryRead(bytes[8..], out var reportedAt) || !MomentBytes.TryRead(bytes[20..], out var offlineAt)) return false;
        result = new PlayId(
            BinaryPrimitives.ReadInt32BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes[4..]), reportedAt,
            BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), offlineAt, BinaryPrimitives.ReadInt16BigEndian(bytes[28..]));
        return true;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, UserId);
        BinaryPrimitives.WriteInt32BigEndian(bytes[4..], TrackNumber);
        MomentBytes.Write(bytes[8..], ReportedAt);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], MsPlayed);
        MomentBytes.Write(bytes[20..], OfflineAt);
        BinaryPrimitives.WriteInt16BigEndian(bytes[28..], Ordinal);
        return Base64Url.EncodeToString(bytes);
    }
}
