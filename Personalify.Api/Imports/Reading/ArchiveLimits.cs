namespace Personalify.Api.Imports.Reading;

/// <summary>What no Spotify export comes near: hundreds of files at most, text that packs about 15 to 1, a few gigabytes.</summary>
internal static class ArchiveLimits
{
    public const int Entries = 2_000;
    public const int DirectoryBytes = 4 << 20;
    public const int Ratio = 100;
    public const long UnpackedBytes = 16L << 30;

    /// <summary>Below this a ratio says nothing: a file of blanks is small either way.</summary>
    public const long RatioFrom = 1 << 20;
}
