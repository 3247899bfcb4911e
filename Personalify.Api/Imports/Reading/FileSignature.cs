namespace Personalify.Api.Imports.Reading;

/// <summary>Says what a file seems to be, so that its sender sees the mistake.</summary>
internal static class FileSignature
{
    public static string Describe(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF"u8)) return "is a PDF";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "is packed with gzip";
        if (start.StartsWith("Rar!"u8) || start.StartsWith("7z\u00BC"u8[..2])) return "is an archive of another kind than zip";
        if (start.TrimStart(" \t\r\n"u8).StartsWith("<"u8)) return "looks like a web page or XML";
        if (start.Contains((byte)0)) return "holds binary data";
        var firstLine = start.IndexOf((byte)'\n') is var end and >= 0 ? start[..end] : start;
        return firstLine.ContainsAny(",;\t"u8) ? "looks like a table of comma-separated values, which other services export" : "is plain text";
    }
}
