namespace Personalify.Web.Covers;

/// <summary>An image in the cache: its file and what it is, told by its first bytes.</summary>
public sealed record Cover(string Path, string ContentType)
{
    /// <summary>The type of an image that browsers show, or null for any other bytes, whatever their sender calls them.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
