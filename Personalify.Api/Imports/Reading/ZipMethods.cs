using System.Buffers.Binary;
using System.Globalization;

namespace Personalify.Api.Imports.Reading;

/// <summary>How the entries of a zip are packed, which .NET's reader does not tell. PKWARE's APPNOTE 4.3.12 and 4.4.5.</summary>
internal static class ZipMethods
{
    private const int HeaderLength = 46;

    /// <summary>
    /// The entries' methods in the order of the directory, which is the order of <see cref="System.IO.Compression.ZipArchive.Entries"/>.
    /// </summary>
    public static List<ushort> Read(ReadOnlySpan<byte> directory)
    {
        var methods = new List<ushort>();
        while (directory.Length >= HeaderLength && directory.StartsWith("PK\x01\x02"u8))
        {
            methods.Add(BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]));
            var length = HeaderLength + LengthAt(directory, 28) + LengthAt(directory, 30) + LengthAt(directory, 32);
            directory = directory[Math.Min(length, directory.Length)..];
        }
        return methods;
    }

    /// <summary>Null for stored, deflate and Deflate64, which .NET unpacks; the name of every other method.</summary>
    public static string? Unreadable(ushort method) => method switch
    {
        0 or 8 or 9 => null,
        12 => "bzip2",
        14 => "LZMA",
        93 or 20 => "Zstandard",
        95 => "XZ",
        96 => "JPEG",
        97 => "WavPack",
        98 => "PPMd",
        _ => string.Create(CultureInfo.InvariantCulture, $"method {method}"),
    };

    private static int LengthAt(ReadOnlySpan<byte> header, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(header[offset..]);
}
