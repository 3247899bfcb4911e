using System.ComponentModel;

namespace Personalify.Domain.Listening;

/// <summary>What counts as a play. Chosen when reading: every play is kept, however short.</summary>
[Description("What counts as a play.")]
public enum PlayDefinition
{
    /// <summary>Every stream of any length.</summary>
    Any,

    /// <summary>At least 30 seconds, which is what Spotify pays for.</summary>
    ThirtySeconds,

    /// <summary>
    /// At least half of the track or four minutes, the scrobbler's rule. Where the track's length is unknown (an export does not tell it),
    /// a finished play counts and so does one of four minutes. A play that Spotify told while it was recent counts: it tells those that
    /// came near their end, and the track's length stands for the listened time.
    /// </summary>
    HalfOrFourMinutes,

    /// <summary>
    /// Played to its end: the export says that the track was done. Account data does not tell, nor does Spotify of recent plays, so those
    /// never count.
    /// </summary>
    Finished,
}

/// <summary>What is known of a play beside its length, one bit each; the byte stored in the rollup.</summary>
[Flags]
public enum PlayFlags : byte
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary><see cref="PlayDefinition.ThirtySeconds"/> holds.</summary>
    ThirtySeconds = 1,

    /// <summary><see cref="PlayDefinition.HalfOrFourMinutes"/> holds.</summary>
    HalfOrFourMinutes = 2,

    /// <summary><see cref="PlayDefinition.Finished"/> holds.</summary>
    Finished = 4,

    /// <summary>Spotify marked the play as skipped.</summary>
    Skipped = 8,

    /// <summary>Shuffle was on.</summary>
    Shuffle = 16,

    /// <summary>Played without a connection.</summary>
    Offline = 32,

    /// <summary>Played in a private session.</summary>
    Incognito = 64,

    /// <summary>From account data: minute precision, names only.</summary>
    AccountData = 128,
}
