namespace Personalify.Domain.Listening;

/// <summary>What is known of one play, as far as the rules ask. Null is unknown, which a rule never takes for yes.</summary>
/// <param name="MsPlayed">How long it was heard, in milliseconds.</param>
/// <param name="DurationMs">The track's length; an export does not tell it.</param>
/// <param name="ReasonEnd">Why it ended, in Spotify's words.</param>
/// <param name="IsAccountData">Whether it comes from account data: minute precision, names only.</param>
public readonly record struct PlayFacts(int MsPlayed, int? DurationMs = null, string? ReasonEnd = null, bool IsAccountData = false)
{
    /// <summary>Spotify told the play while it was recent, and not how long it was heard: the track's length stands for that.</summary>
    public bool IsLengthAssumed { get; init; }

    /// <summary>Spotify marked the play as skipped.</summary>
    public bool? Skipped { get; init; }

    /// <summary>Shuffle was on.</summary>
    public bool? Shuffle { get; init; }

    /// <summary>Played without a connection.</summary>
    public bool? Offline { get; init; }

    /// <summary>Played in a private session.</summary>
    public bool? Incognito { get; init; }
}

/// <summary>Decides which definitions of a play a single play satisfies.</summary>
public static class PlayRules
{
    /// <summary>The length from which <see cref="PlayDefinition.ThirtySeconds"/> holds, in milliseconds.</summary>
    public const int ThirtySeconds = 30_000;

    /// <summary>The length from which <see cref="PlayDefinition.HalfOrFourMinutes"/> holds for any track, in milliseconds.</summary>
    public const int FourMinutes = 240_000;

    /// <summary>Spotify's word for a track that played to its end.</summary>
    public const string TrackDone = "trackdone";

    /// <summary>The flags that the rollup keeps of a play.</summary>
    public static PlayFlags FlagsOf(in PlayFacts play)
    {
        var flags = PlayFlags.None;
        if (play.MsPlayed >= ThirtySeconds) flags |= PlayFlags.ThirtySeconds;
        if (IsHalfOrFourMinutes(play)) flags |= PlayFlags.HalfOrFourMinutes;
        if (play.ReasonEnd == TrackDone) flags |= PlayFlags.Finished;
        if (play.Skipped is true) flags |= PlayFlags.Skipped;
        if (play.Shuffle is true) flags |= PlayFlags.Shuffle;
        if (play.Offline is true) flags |= PlayFlags.Offline;
        if (play.Incognito is true) flags |= PlayFlags.Incognito;
        if (play.IsAccountData) flags |= PlayFlags.AccountData;
        return flags;
    }

    /// <summary>The flags that a play must have to count; none for <see cref="PlayDefinition.Any"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The definition is not one of the four.</exception>
    public static PlayFlags Required(PlayDefinition definition) => definition switch
    {
        PlayDefinition.Any => PlayFlags.None,
        PlayDefinition.ThirtySeconds => PlayFlags.ThirtySeconds,
        PlayDefinition.HalfOrFourMinutes => PlayFlags.HalfOrFourMinutes,
        PlayDefinition.Finished => PlayFlags.Finished,
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "There is no such definition of a play."),
    };

    private static bool IsHalfOrFourMinutes(in PlayFacts play) =>
        play.MsPlayed >= FourMinutes || play.IsLengthAssumed
        || (play.DurationMs is { } duration ? play.MsPlayed >= duration - play.MsPlayed : play.ReasonEnd == TrackDone);
}
