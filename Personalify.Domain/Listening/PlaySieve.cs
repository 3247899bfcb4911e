namespace Personalify.Domain.Listening;

/// <summary>
/// Keeps of plays those that a <see cref="ListeningFilter"/> lets through: one pass for each thing that it asks, without a branch.
/// </summary>
internal sealed class PlaySieve
{
    private readonly ListeningFilter _filter;
    private readonly bool[]? _hours;

    public PlaySieve(ListeningFilter filter)
    {
        _filter = filter;
        if (filter.AsksForClock) _hours = [.. Enumerable.Range(0, HourSums.Hours).Select(filter.Has)];
    }

    /// <param name="plays">A month.</param>
    /// <param name="picks">Positions in it; what is kept of them moves to the front.</param>
    /// <param name="offset">Seconds to add to UTC for the listener's time.</param>
    public ReadOnlySpan<int> Keep(in DecodedPlays plays, Span<int> picks, int offset)
    {
        if (_filter.Track is { } track) picks = Keep(picks, plays.Tracks, track);
        if (_filter.Album is { } album) picks = Keep(picks, plays.Albums, album);
        if (_filter.Artist is { } artist) picks = Keep(picks, plays.Artists, artist);
        if (_filter.Platform is { } platform) picks = Keep(picks, plays.Platforms, (byte)platform);
        return _hours is null ? picks : KeepHours(picks, plays.Ended, _hours, offset);
    }

    private static Span<int> Keep<T>(Span<int> picks, ReadOnlySpan<T> values, T wanted)
        where T : IEquatable<T>
    {
        var count = 0;
        foreach (var i in picks)
        {
            picks[count] = i;
            count += values[i].Equals(wanted) ? 1 : 0;
        }

        return picks[..count];
    }

    private static Span<int> KeepHours(Span<int> picks, ReadOnlySpan<int> ended, bool[] hours, int offset)
    {
        var count = 0;
        foreach (var i in picks)
        {
            picks[count] = i;
            count += hours[HourSums.HourOf(ended[i], offset)] ? 1 : 0;
        }

        return picks[..count];
    }
}
