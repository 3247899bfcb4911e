using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

public sealed class ListeningSumsTests
{
    [Fact]
    public void The_longest_streak_is_the_longest_run_of_days_and_of_two_the_later()
    {
        Assert.Equal(new Streak(2, Day(5), Day(6)), Streak.Longest(Days(1, 2, 5, 6, 8)));
        Assert.Equal(new Streak(3, Day(1), Day(3)), Streak.Longest(Days(1, 2, 3, 5, 6)));
        Assert.Equal(new Streak(1, Day(9), Day(9)), Streak.Longest(Days(9)));
        Assert.Null(Streak.Longest([]));
    }

    [Fact]
    public void Months_without_a_play_are_there_with_zero()
    {
        var months = Sums(1, 2, 40).ByMonth(new Period(new(2023, 12, 31), new(2024, 3, 1)));
        Assert.Equal(
            [new(new(2023, 12, 1), 0, 0), new MonthListening(new(2024, 1, 1), 2, 2000), new(new(2024, 2, 1), 1, 1000), new(new(2024, 3, 1), 0, 0)], months);
    }

    [Fact]
    public void The_last_month_of_the_calendar_is_a_month_like_any() =>
        Assert.Equal(new DateOnly(9999, 12, 1), Assert.Single(Sums().ByMonth(new Period(new(9999, 12, 30), DateOnly.MaxValue))).Month);

    private static ListeningSums Sums(params int[] days) => new(days.Length, 1000L * days.Length) { AskedDays = Days(days) };

    private static DayListening[] Days(params int[] days) => [.. days.Select(day => new DayListening(Day(day), 1, 1000))];

    private static DateOnly Day(int day) => new DateOnly(2023, 12, 31).AddDays(day);
}
