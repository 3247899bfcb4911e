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
        var now = ListeningSeries.Monthly([new(new(2025, 1, 1), 1, Hour), new(new(2025, 2, 1), 1, 2 * Hour)]);
        var before = ListeningSeries.Monthly([new(new(2024, 1, 1), 1, 3 * Hour)]);

        var chart = ListeningSeries.ToChart(now, before, "Month", "the year before", _ => "");

        Assert.Equal(["Listened", "The year before"], chart.Series.Select(series => series.Name));
        Assert.Equal([1, 2], chart.Rows.Select(row => row.Values[0]!.Value));
        Assert.Equal([3, null], chart.Rows.Select(row => row.Values[1]?.Value));
    }

    [Fact]
    public void A_month_links_to_all_of_its_days()
    {
        var point = Assert.Single(ListeningSeries.Monthly([new(new(2024, 2, 1), 0, 0)]));

        Assert.Equal(new Period(new(2024, 2, 1), new(2024, 2, 29)), point.Period);
    }
}
