using System.Globalization;
using System.Text;

namespace Personalify.Web.Components;

/// <summary>
/// A chart as the page itself draws it, without scripts. Places are shares of the drawing's area in percent, from its left and its top, so that
/// it fits every width; lines are in a box of 1000 × 1000 that is stretched over the area.
/// </summary>
public sealed class ChartDrawing
{
    private const int Box = 1000;
    private const int MostLabels = 7;
    private const int MostDots = 13;
    private const int Steps = 3;
    private readonly ChartModel _chart;
    private readonly double _most;

    public ChartDrawing(ChartModel chart)
    {
        _chart = chart;
        var largest = chart.Rows.SelectMany(row => row.Values).Max(value => value?.Value) ?? 0;
        var step = largest > 0 ? StepOf(largest / Steps) : 1;
        var steps = Math.Max(1, (int)Math.Ceiling(largest / step));
        _most = steps * step;
        Levels = [.. Enumerable.Range(0, steps + 1).Select(index => LevelOf(index * step))];
        Labels = [.. Enumerable.Range(0, chart.Rows.Count).Where(IsNamed).Select(LabelOf)];
        Lines = [.. Enumerable.Range(0, chart.Series.Count).Select(LineOf).OrderBy(line => line.IsBefore)];
    }

    /// <summary>The values along the side.</summary>
    public IReadOnlyList<ChartMark> Levels { get; }

    /// <summary>As many names along the bottom as a phone has room for.</summary>
    public IReadOnlyList<ChartMark> Labels { get; }

    public IReadOnlyList<ChartLine> Lines { get; }

    public static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>1, 2, 3, 5 or 10 times a power of ten, the nearest, as ECharts chooses it.</summary>
    private static double StepOf(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * (value / power) switch { < 1.5 => 1, < 2.5 => 2, < 4 => 3, < 7 => 5, _ => 10 };
    }

    private ChartMark LevelOf(double value) => new(
        100 * (1 - (value / _most)), value == 0 ? $"0 {_chart.Unit}" : value.ToString("0.##", CultureInfo.CurrentCulture));

    private bool IsNamed(int row) => row % (int)Math.Ceiling(_chart.Rows.Count / (double)MostLabels) == 0;

    private ChartMark LabelOf(int row) => new(ShareOf(row), _chart.Rows[row].AxisLabel);

    private double ShareOf(int row) => _chart.Rows.Count == 1 ? 0 : 100.0 * row / (_chart.Rows.Count - 1);

    private ChartLine LineOf(int series)
    {
        var values = _chart.Rows.Select(row => row.Values[series]).ToList();
        var isBefore = _chart.Series[series].IsBefore;
        var hasDots = !isBefore && values.Count <= MostDots;
        return new ChartLine(isBefore, PathOf(values, toGround: false), isBefore ? null : PathOf(values, toGround: true))
        {
            Dots = [.. DotsOf(values, value => hasDots && !value.IsPart)],
            Parts = [.. DotsOf(values, value => !isBefore && value.IsPart)],
        };
    }

    private IEnumerable<ChartDot> DotsOf(List<ChartValue?> values, Func<ChartValue, bool> isShown) =>
        from row in Enumerable.Range(0, values.Count)
        where values[row] is { } value && isShown(value)
        select new ChartDot(ShareOf(row), 100 * (1 - (values[row]!.Value / _most)));

    /// <summary>A line through values that follow each other, or the area under it; what is missing, and a part of a month, interrupts it.</summary>
    private string PathOf(List<ChartValue?> values, bool toGround)
    {
        var path = new StringBuilder();
        for (var row = 0; row < values.Count; row++)
        {
            if (!IsDrawn(values, row)) continue;
            var (x, y) = (Box * ShareOf(row) / 100, Box * (1 - (values[row]!.Value / _most)));
            var isFirst = !IsDrawn(values, row - 1);
            if (isFirst && toGround) path.Append(CultureInfo.InvariantCulture, $"M{x:0} {Box}");
            path.Append(CultureInfo.InvariantCulture, $"{(isFirst && !toGround ? 'M' : 'L')}{x:0} {y:0}");
            if (toGround && !IsDrawn(values, row + 1)) path.Append(CultureInfo.InvariantCulture, $"L{x:0} {Box}Z");
        }

        return path.ToString();
    }

    private static bool IsDrawn(List<ChartValue?> values, int row) => row >= 0 && row < values.Count && values[row] is { IsPart: false };
}

/// <param name="Share">Where it stands along its axis, in percent.</param>
/// <param name="Text">What it says.</param>
public sealed record ChartMark(double Share, string Text);

public sealed record ChartDot(double Across, double Down);

/// <param name="IsBefore">Of the period before.</param>
/// <param name="Path">The line.</param>
/// <param name="Area">What is under it; nothing under the period before.</param>
public sealed record ChartLine(bool IsBefore, string Path, string? Area)
{
    public required IReadOnlyList<ChartDot> Dots { get; init; }

    /// <summary>Parts of a month, which stand alone.</summary>
    public required IReadOnlyList<ChartDot> Parts { get; init; }
}
