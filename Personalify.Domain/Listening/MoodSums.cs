using Personalify.Domain.Moods;

namespace Personalify.Domain.Listening;

/// <summary>Plays and milliseconds by mood, and by hour, weekday, month or artist.</summary>
internal sealed class MoodSums(MoodQuestion question)
{
    private readonly Dictionary<int, (int[] Plays, long[] Milliseconds)> _groups = [];

    public MoodGrouping By => question.By;

    public void Add(in DecodedPlays plays, ReadOnlySpan<int> picks, int offset)
    {
        foreach (var i in picks)
        {
            var (counts, milliseconds) = GroupOf(KeyOf(plays, i, offset));
            var answer = question.Tracks.Of(plays.Tracks[i]);
            counts[answer]++;
            milliseconds[answer] += plays.Milliseconds[i];
        }
    }

    /// <summary>The groups that have a play, by their keys.</summary>
    public IReadOnlyList<MoodGroup> ToList() =>
        [.. _groups.OrderBy(group => group.Key).Select(group => new MoodGroup(group.Key, group.Value.Plays, group.Value.Milliseconds))];

    private int KeyOf(in DecodedPlays plays, int i, int offset) => question.By switch
    {
        MoodGrouping.Hour => HourSums.HourOf(plays.Ended[i], offset) % 24,
        MoodGrouping.Weekday => HourSums.HourOf(plays.Ended[i], offset) / 24 + 1,
        MoodGrouping.Month => MonthOf(PlayTime.FromDay(PlayTime.DayOfLocal(plays.Ended[i] + offset))),
        MoodGrouping.Artist => plays.Artists[i],
        _ => 0,
    };

    private static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    private (int[] Plays, long[] Milliseconds) GroupOf(int key)
    {
        if (_groups.TryGetValue(key, out var group)) return group;
        return _groups[key] = (new int[TrackMoods.Answers], new long[TrackMoods.Answers]);
    }
}
