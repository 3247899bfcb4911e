namespace Personalify.Domain.Moods;

/// <summary>What plays are put together by.</summary>
public enum MoodGrouping
{
    /// <summary>All of them.</summary>
    Total,

    /// <summary>The hour of the day in which they ended, 0 to 23.</summary>
    Hour,

    /// <summary>The day of the week, 1 Monday to 7 Sunday.</summary>
    Weekday,

    /// <summary>The calendar month.</summary>
    Month,

    /// <summary>The artist of the track.</summary>
    Artist,
}

/// <summary>Which moods the plays of a period have, by the titles of their tracks.</summary>
/// <param name="By">What they are put together by.</param>
/// <param name="Tracks">The moods of the listener's tracks.</param>
public sealed record MoodQuestion(MoodGrouping By, TrackMoods Tracks);

/// <summary>The mood of each of a listener's tracks, one byte each. Built once, then read by several threads.</summary>
public sealed class TrackMoods
{
    /// <summary>How many answers there are: seven moods, "cannot tell", and not asked yet.</summary>
    public const int Answers = MoodProbabilities.Count + 2;

    /// <summary>The place of "cannot tell" among the answers.</summary>
    public const int CannotTell = MoodProbabilities.Count;

    /// <summary>The place of tracks that no model has read yet.</summary>
    public const int NotScored = CannotTell + 1;

    private byte[] _answers = [];

    /// <summary>Sets the answer of a track.</summary>
    /// <param name="track">The track's number.</param>
    /// <param name="mood">Its mood; <c>null</c> is "cannot tell".</param>
    public void Set(int track, Mood? mood)
    {
        if (track >= _answers.Length) Grow(track);
        _answers[track] = mood is { } told ? (byte)told : (byte)CannotTell;
    }

    /// <summary>The place of a track's answer.</summary>
    public int Of(int track) => (uint)track < (uint)_answers.Length ? _answers[track] : NotScored;

    private void Grow(int track)
    {
        var length = _answers.Length;
        Array.Resize(ref _answers, Math.Max(track + 1, 2 * length));
        _answers.AsSpan(length).Fill(NotScored);
    }
}

/// <summary>Plays and milliseconds of one group by mood.</summary>
/// <param name="Key">The hour, the weekday, the month counted from January of year 0, or the artist's number; 0 for all.</param>
/// <param name="Plays">By the places of <see cref="TrackMoods"/>.</param>
/// <param name="MsPlayed">Their milliseconds, by the same places.</param>
public sealed record MoodGroup(int Key, IReadOnlyList<int> Plays, IReadOnlyList<long> MsPlayed);
