using Personalify.Web.Statistics;

namespace Personalify.Web.Tests.Statistics;

public sealed class TrendTests
{
    [Theory]
    [InlineData(100, 112, TrendDirection.Up, "12\u202f% more than the year before")]
    [InlineData(100, 97, TrendDirection.Down, "3\u202f% less than the year before")]
    [InlineData(1000, 1001, TrendDirection.Level, "as much as the year before")]
    [InlineData(100, 450, TrendDirection.Up, "4.5 times the year before")]
    [InlineData(3, 31_389, TrendDirection.Up, "10,463 times the year before")]
    [InlineData(2, 62, TrendDirection.Up, "31 times the year before")]
    [InlineData(0, 5, TrendDirection.Up, "none the year before")]
    [InlineData(5, 0, TrendDirection.Down, "100\u202f% less than the year before")]
    public void A_figure_says_how_it_moved(long before, long now, TrendDirection direction, string text) =>
        Assert.Equal(new Trend(direction, text), Trend.Between(before, now, "the year before", isCount: false));

    [Fact]
    public void What_is_counted_is_as_many() =>
        Assert.Equal("as many as the year before", Trend.Between(7, 7, "the year before")!.Text);

    [Theory]
    [InlineData(10, 13, TrendDirection.Up, "3 days longer than the year before")]
    [InlineData(10, 9, TrendDirection.Down, "1 day shorter than the year before")]
    [InlineData(10, 10, TrendDirection.Level, "as long as the year before")]
    public void A_streak_is_compared_in_days(int before, int now, TrendDirection direction, string text) =>
        Assert.Equal(new Trend(direction, text), Trend.OfDays(before, now, "the year before"));

    [Fact]
    public void Nothing_after_nothing_is_no_trend() => Assert.Null(Trend.Between(0, 0, "the year before", isCount: false));
}
