namespace Personalify.Api.Imports.Reading;

/// <summary>What the first bytes of a file are. Only an array is read further.</summary>
internal enum FileStart { Array, NestedArray, Object, Blank, Zip, Gzip, OtherEncoding, Zeroed, Other }

/// <summary>Says what a file seems to be, so that its sender sees the mistake.</summary>
internal static class FileSignature
{
    public static FileStart StartOf(ReadOnlySpan<byte> start)
    {
        if (TextEncoding.NameOf(start) is not null) return FileStart.OtherEncoding;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return FileStart.Gzip;
        var first = start.TrimStart(" \t\r\n"u8);
        if (first.IsEmpty) return FileStart.Blank;
        if (first.StartsWith("PK\x03\x04"u8)) return FileStart.Zip;
        return first[0] switch
        {
            (byte)'[' => IsNested(first) ? FileStart.NestedArray : FileStart.Array,
            (byte)'{' => FileStart.Object,
            0 => IsZeroed(first) ? FileStart.Zeroed : FileStart.Other,
            _ => FileStart.Other,
        };
    }

    public static string Describe(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF"u8)) return "is a PDF";
        if (start.StartsWith("Rar!"u8) || start.StartsWith("7z\u00BC"u8[..2])) return "is an archive of another kind than zip";
        if (start.TrimStart(" \t\r\n"u8).StartsWith("<"u8)) return "looks like a web page or XML";
        if (start.Contains((byte)0)) return "holds binary data";
        var firstLine = start.IndexOf((byte)'\n') is var end and >= 0 ? start[..end] : start;
        return firstLine.ContainsAny(",;\t"u8) ? "looks like a table of comma-separated values, which other services export" : "is plain text";
    }

    /// <summary>Objects one level deeper than they belong; programs that join several files write them so.</summary>
    private static bool IsNested(ReadOnlySpan<byte> array)
    {
        var inner = array[1..].TrimStart(" \t\r\n"u8);
        return inner.StartsWith("["u8) && inner.TrimStart("[ \t\r\n"u8).StartsWith("{"u8);
    }

    /// <summary>Zeros in front of JSON, or nothing else: what a disk or a copy lost. Other binary files begin with zeros too.</summary>
    private static bool IsZeroed(ReadOnlySpan<byte> start)
    {
        var rest = start.TrimStart("\0 \t\r\n"u8);
        return rest.IsEmpty || rest[0] is (byte)'[' or (byte)'{';
    }
}
