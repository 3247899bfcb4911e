using Personalify.Web.Components;

namespace Personalify.Web.Tests.Components;

public sealed class ChartDrawingTests
{
    [Theory]
    [InlineData(2, "0 h|0.5|1|1.5|2")]
    [InlineData(7.2, "0 h|2|4|6|8")]
    [InlineData(31, "0 h|10|20|30|40")]
    [InlineData(0.4, "0 h|0.1|0.2|0.3|0.4")]
    [InlineData(0, "0 h|1")]
    public void The_levels_are_round_and_reach_over_the_largest_value(double largest, string levels)
    {
        var drawing = new ChartDrawing(Chart(0, largest));

        Assert.Equal(levels, string.Join('|', drawing.Levels.Select(level => level.Text)));
        Assert.Equal((100, 0), (drawing.Levels[0].Share, drawing.Levels[^1].Share));
    }

    [Fact]
    public void What_is_missing_interrupts_the_line_and_the_area_under_it()
    {
        var line = Assert.Single(new ChartDrawing(Chart(2, null, 1, 2)).Lines);

        Assert.Equal("M0 0M667 500L1000 0", line.Path);
        Assert.Equal("M0 1000L0 0L0 1000ZM667 1000L667 500L1000 0L1000 1000Z", line.Area);
        Assert.Equal(3, line.Dots.Count);
    }

    [Fact]
    public void A_part_of_a_month_stands_alone()
    {
        var chart = Chart(2, 2, 1);
        var part = chart.Rows[2] with { Values = [new ChartValue(1, "1 h", IsPart: true)] };

        var line = Assert.Single(new ChartDrawing(chart with { Rows = [chart.Rows[0], chart.Rows[1], part] }).Lines);

        Assert.Equal("M0 0L500 0", line.Path);
        Assert.Equal(new ChartDot(100, 50), Assert.Single(line.Parts));
        Assert.Equal(2, line.Dots.Count);
    }

    [Theory]
    [InlineData(1, "0")]
    [InlineData(12, "0 2 4 6 8 10")]
    [InlineData(24, "0 4 8 12 16 20")]
    [InlineData(62, "0 9 18 27 36 45 54")]
    public void As_many_names_as_a_phone_has_room_for(int rows, string names) =>
        Assert.Equal(names, string.Join(' ', new ChartDrawing(Chart([.. Enumerable.Repeat<double?>(1, rows)])).Labels.Select(label => label.Text)));

    [Fact]
    public void The_period_before_is_a_line_over_the_area_of_this_one()
    {
        var chart = Chart(1, 2);
        var rows = chart.Rows.Select(row => row with { Values = [row.Values[0], new ChartValue(1, "1 h")] });

        var lines = new ChartDrawing(chart with { Rows = [.. rows], Series = [.. chart.Series, new("Before", IsBefore: true)] }).Lines;

        Assert.Equal([false, true], lines.Select(line => line.IsBefore));
        Assert.Equal((null, 0), (lines[1].Area, lines[1].Dots.Count));
        Assert.Equal("M0 500L1000 500", lines[1].Path);
    }

    private static ChartModel Chart(params double?[] values) => new(
        "Hours by month", "Month", "h",
        [.. values.Select((value, index) => new ChartRow($"Month {index}", $"{index}", [value is { } hours ? new(hours, $"{hours} h") : null]))])
    {
        Series = [new("Listened")],
    };
}
