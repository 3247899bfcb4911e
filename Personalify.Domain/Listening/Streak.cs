namespace Personalify.Domain.Listening;

/// <summary>Days in a row with at least one play.</summary>
/// <param name="Days">How many.</param>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them.</param>
public sealed record Streak(int Days, DateOnly From, DateOnly To)
{
    /// <summary>The longest run of days that follow one another; of equally long ones the latest. <c>null</c> without a day.</summary>
    /// <param name="days">Days in ascending order, none twice.</param>
    public static Streak? Longest(IReadOnlyList<DayListening> days)
    {
        Streak? longest = null;
        for (var (start, i) = (0, 0); i < days.Count; i++)
        {
            if (i > 0 && days[i].Day.DayNumber - days[i - 1].Day.DayNumber != 1) start = i;
            var length = i - start + 1;
            if (longest is null || length >= longest.Days) longest = new Streak(length, days[start].Day, days[i].Day);
        }

        return longest;
    }
}
