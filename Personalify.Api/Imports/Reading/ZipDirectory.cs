using System.Buffers.Binary;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// Looks at a zip's directory before .NET's reader loads it into memory whole: an upload of a gigabyte can hold a directory of a gigabyte.
/// Follows PKWARE's APPNOTE 4.3.14 to 4.3.16.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>How each entry is packed: <see cref="ZipMethods"/>.</summary>
    /// <exception cref="ImportRejectedException">The directory is missing, broken, empty or larger than any export's.</exception>
    public static List<ushort> Check(FileStream file, string name)
    {
        var tail = ReadAt(file, Math.Max(0, file.Length - EndLength - LongestComment), LongestComment + EndLength);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < EndLength) throw Rejections.CutOffZip(name);
        var endsAt = file.Length - tail.Length + at;
        long entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        long begins = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        if (entries == ushort.MaxValue || begins == uint.MaxValue) (entries, begins) = Read64(file, endsAt, name);
        if (begins > endsAt) throw Rejections.CutOffZip(name);
        if (entries == 0) throw Rejections.EmptyZip(name);
        if (entries > ArchiveLimits.Entries || endsAt - begins > ArchiveLimits.DirectoryBytes) throw Rejections.TooManyEntries(name, ArchiveLimits.Entries);
        return ZipMethods.Read(ReadAt(file, begins, (int)(endsAt - begins)));
    }

    private static (long Entries, long Begins) Read64(FileStream file, long endsAt, string name)
    {
        var locator = ReadAt(file, endsAt - LocatorLength, LocatorLength);
        if (!locator.AsSpan().StartsWith("PK\x06\x07"u8)) throw Rejections.CutOffZip(name);
        var end = ReadAt(file, BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8)), End64Length);
        if (end.Length < End64Length || !end.AsSpan().StartsWith("PK\x06\x06"u8)) throw Rejections.CutOffZip(name);
        var entries = BinaryPrimitives.ReadUInt64LittleEndian(end.AsSpan(32));
        var begins = BinaryPrimitives.ReadUInt64LittleEndian(end.AsSpan(48));
        if (begins > long.MaxValue) throw Rejections.CutOffZip(name);
        return ((long)Math.Min(entries, long.MaxValue), (long)begins);
    }

    private static byte[] ReadAt(FileStream file, long position, int length)
    {
        if (position < 0 || position > file.Length) return [];
        var bytes = new byte[Math.Min(length, file.Length - position)];
        file.Position = position;
        file.ReadExactly(bytes);
        return bytes;
    }
}
