using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Tests.Statistics;

public sealed class ListeningSeriesTests
{
    private const long Hour = 3_600_000;

    [Fact]
    public void Days_without_a_play_are_points_at_zero()
    {
        var series = ListeningSeries.Daily(new(new(2025, 2, 8), new(2025, 2, 10)), [new(new(2025, 2, 9), 2, Hour)]);

        Assert.Equal([0, Hour, 0], series.Select(point => point.MsPlayed));
    }

    [Fact]
    public void The_period_before_stands_beside_point_by_point_and_may_be_shorter()
    {
        var now = ListeningSeries.Monthly(Months(2025, 2), [new(new(2025, 1, 1), 1, Hour), new(new(2025, 2, 1), 1, 2 * Hour)]);
        var before = ListeningSeries.Monthly(Months(2024, 1), [new(new(2024, 1, 1), 1, 3 * Hour)]);

        var chart = ListeningSeries.ToChart(now, before, SeriesUnit.Month, "the year before", _ => "");

        Assert.Equal(["Listened", "The year before"], chart.Series.Select(series => series.Name));
        Assert.Equal([1, 2], chart.Rows.Select(row => row.Values[0]!.Value));
        Assert.Equal([3, null], chart.Rows.Select(row => row.Values[1]?.Value));
    }

    [Fact]
    public void A_month_links_to_all_of_its_days()
    {
        var point = Assert.Single(ListeningSeries.Monthly(Months(2024, 2), [new(new(2024, 2, 1), 0, 0)]));

        Assert.Equal(new Period(new(2024, 2, 1), new(2024, 2, 29)), point.Period);
        Assert.False(point.IsPart);
    }

    [Fact]
    public void A_month_of_which_the_period_has_some_days_is_marked_and_names_them()
    {
        var series = ListeningSeries.Monthly(
            new(new(2024, 2, 10), new(2024, 4, 5)),
            [new(new(2024, 2, 1), 1, Hour), new(new(2024, 3, 1), 1, Hour), new(new(2024, 4, 1), 1, Hour)]);

        Assert.Equal([true, false, true], series.Select(point => point.IsPart));
        Assert.Equal(new Period(new(2024, 2, 10), new(2024, 2, 29)), series[0].Period);
        Assert.Equal("1 Apr – 5 Apr 2024", series[2].Label.Replace('\u00a0', ' '));
        Assert.True(ListeningSeries.ToChart(series, null, SeriesUnit.Month, "", _ => "").Rows[2].Values[0]!.IsPart);
    }

    [Fact]
    public void A_single_day_is_shown_by_its_hours()
    {
        var series = ListeningSeries.Hourly(new(2025, 2, 8), [new((Weekday)6, 20, 3, Hour), new((Weekday)6, 21, 1, 60_000)]);

        Assert.Equal(24, series.Count);
        Assert.Equal((3, Hour), (series[20].Plays, series[20].MsPlayed));
        Assert.Equal(0, series[19].MsPlayed);
    }

    private static Period Months(int year, int count) => new(new(year, 1, 1), new DateOnly(year, 1, 1).AddMonths(count).AddDays(-1));
}
