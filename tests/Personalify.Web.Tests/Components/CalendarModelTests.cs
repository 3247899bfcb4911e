using Personalify.Web.Components;
using Personalify.Web.Statistics;

namespace Personalify.Web.Tests.Components;

public sealed class CalendarModelTests
{
    private static readonly Period Year = new(new(2024, 1, 1), new(2024, 12, 31));

    [Fact]
    public void A_leap_year_has_a_cell_for_every_day()
    {
        var calendar = new CalendarModel(Year, [], _ => "");

        Assert.Equal(366, calendar.Cells.Count);
        Assert.Equal(53, calendar.Weeks);
    }

    [Fact]
    public void Days_that_have_not_come_yet_keep_their_place_and_get_no_cell()
    {
        var calendar = new CalendarModel(Year, [], _ => "", today: new DateOnly(2024, 11, 20));

        Assert.Equal(new DateOnly(2024, 11, 20), calendar.Cells[^1].Day);
        Assert.Equal(53, calendar.Weeks);
    }

    [Theory]
    [InlineData("2024-01-01", 0, 0)]
    [InlineData("2024-01-07", 0, 6)]
    [InlineData("2024-01-08", 1, 0)]
    public void Weeks_begin_on_Monday(string day, int week, int weekday)
    {
        var cell = new CalendarModel(Year, [], _ => "").Cells.Single(cell => cell.Day == DateOnly.Parse(day, null));

        Assert.Equal((week, weekday), (cell.Week, cell.Weekday));
    }

    [Fact]
    public void The_names_of_months_never_run_into_each_other()
    {
        var months = new CalendarModel(new(new(2024, 11, 28), new(2025, 11, 27)), [], _ => "").Months.ToList();

        Assert.Equal("2024-12", months[0].Month.ToString("yyyy-MM", null));
        Assert.All(months.Zip(months.Skip(1)), pair => Assert.True(pair.Second.Week - pair.First.Week > 2));
    }

    [Fact]
    public void Days_without_a_play_are_cells_without_heat()
    {
        var calendar = new CalendarModel(Year, [new(new(2024, 2, 29), 3, 600_000)], _ => "");

        Assert.Equal(new DateOnly(2024, 2, 29), Assert.Single(calendar.Cells, cell => cell.Level > 0).Day);
        Assert.Equal(600_000, calendar.Longest!.MsPlayed);
    }
}
