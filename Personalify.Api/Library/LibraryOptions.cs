using System.ComponentModel.DataAnnotations;

namespace Personalify.Api.Library;

/// <summary>How much of a library is kept; what lies beyond is left out, and a synchronization says so.</summary>
public sealed class LibraryOptions
{
    public const string Section = "Library";

    /// <summary>Of one list, the newest.</summary>
    [Range(1, 1_000_000)]
    public int MaxEntries { get; set; } = 50_000;

    [Range(1, 100_000)]
    public int MaxPlaylists { get; set; } = 5_000;

    /// <summary>Of one playlist, the first; Spotify's own limit is lower.</summary>
    [Range(1, 100_000)]
    public int MaxPlaylistItems { get; set; } = 20_000;
}
