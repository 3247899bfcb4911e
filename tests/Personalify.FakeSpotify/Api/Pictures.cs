using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Personalify.FakeSpotify.Api;

/// <summary>Covers of one colour each, and the places that links of invented things lead to.</summary>
internal static class Pictures
{
    private const int IconSize = 32;

    public static void MapPictures(this WebApplication app)
    {
        app.MapGet("/image/{name:regex(^[0-9a-f]{{40}}$)}", (string name) => Results.Bytes(Png(name, SizeOf(name)), "image/png"));
        app.MapGet("/favicon.ico", () => Results.Bytes(Png(NameOf("icon", IconSize), IconSize), "image/png"));
        app.MapGet("/open/{type}/{id}", () => Results.Content(NoticePage.Text, "text/html; charset=utf-8"));
    }

    /// <summary>40 hexadecimal digits, as Spotify's pictures have; the first four are the size.</summary>
    public static string NameOf(string id, int size)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id));
        return string.Create(CultureInfo.InvariantCulture, $"{size:x4}{Convert.ToHexStringLower(hash)[..36]}");
    }

    private static int SizeOf(string name) =>
        Math.Clamp(int.Parse(name.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture), 1, 640);

    private static byte[] Png(string id, int size)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        (header[8], header[9]) = (8, 2); // eight bits of red, green and blue
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Pixels(id, size));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(string id, int size)
    {
        var colour = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id[4..])).AsSpan(0, 3);
        var row = new byte[1 + size * 3];
        for (var x = 0; x < size; x++) colour.CopyTo(row.AsSpan(1 + x * 3));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < size; y++) zlib.Write(row);
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[4 + data.Length];
        type.CopyTo(chunk);
        data.CopyTo(chunk, 4);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
