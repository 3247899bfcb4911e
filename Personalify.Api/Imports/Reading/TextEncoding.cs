namespace Personalify.Api.Imports.Reading;

/// <summary>Tells UTF-16 and UTF-32, as some editors and PowerShell's <c>&gt;</c> save, from UTF-8 by a file's first bytes.</summary>
internal static class TextEncoding
{
    /// <summary>So many units are looked at: JSON begins with ASCII, whose units are all zeros but one byte.</summary>
    private const int Units = 4;

    /// <summary>Null for UTF-8 and for what is no text.</summary>
    public static string? NameOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return "UTF-32";
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "UTF-16";
        if (IsAscii(start, width: 4, letterAt: 0) || IsAscii(start, width: 4, letterAt: 3)) return "UTF-32";
        return IsAscii(start, width: 2, letterAt: 0) || IsAscii(start, width: 2, letterAt: 1) ? "UTF-16" : null;
    }

    private static bool IsAscii(ReadOnlySpan<byte> start, int width, int letterAt)
    {
        if (start.Length < width * 2) return false;
        for (var i = 0; i < Math.Min(start.Length, width * Units); i++)
        {
            var isLetter = i % width == letterAt;
            if (isLetter ? start[i] is 0 or > 0x7F : start[i] != 0) return false;
        }
        return true;
    }
}
