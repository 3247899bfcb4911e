using System.Globalization;
using Personalify.Web.Components;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

public sealed record SeriesPoint(string Label, string AxisLabel, Period Period, int Plays, long MsPlayed);

/// <summary>Listening over time: a point for each day or month, those without a play included.</summary>
public static class ListeningSeries
{
    public static IReadOnlyList<SeriesPoint> Daily(Period period, IEnumerable<DayListening> days)
    {
        var byDay = days.ToDictionary(day => day.Day);
        return [.. Enumerable.Range(0, period.Days).Select(offset => DailyPoint(period.From.AddDays(offset), byDay))];
    }

    public static IReadOnlyList<SeriesPoint> Monthly(IEnumerable<MonthListening> months)
    {
        var list = months.ToList();
        var isLong = list.Count > 13;
        return [.. list.Select(month => MonthlyPoint(month, isLong))];
    }

    /// <summary>Hours over time, the period before beside it point by point.</summary>
    public static ChartModel ToChart(
        IReadOnlyList<SeriesPoint> now, IReadOnlyList<SeriesPoint>? before, string heading, string beforeName, Func<Period, string> link)
    {
        var rows = now.Select((point, index) => new ChartRow(point.Label, point.AxisLabel, Values(point, before, index))
        {
            Href = link(point.Period),
        });
        var description = $"Hours listened by {heading.ToLowerInvariant()}";
        return new ChartModel(description, heading, "h", [.. rows])
        {
            Series = before is null ? [new("Listened")] : [new("Listened"), new(Capital(beforeName), IsBefore: true)],
        };
    }

    private static IReadOnlyList<ChartValue?> Values(SeriesPoint now, IReadOnlyList<SeriesPoint>? before, int index) => before is null
        ? [Hours(now)]
        : [Hours(now), index < before.Count ? Hours(before[index]) : null];

    private static ChartValue Hours(SeriesPoint point) =>
        new(Math.Round(TimeSpan.FromMilliseconds(point.MsPlayed).TotalHours, 2), Format.Duration(point.MsPlayed));

    private static SeriesPoint DailyPoint(DateOnly day, Dictionary<DateOnly, DayListening> days)
    {
        var listening = days.GetValueOrDefault(day);
        var axis = day.ToString("d MMM", CultureInfo.InvariantCulture);
        return new SeriesPoint(Format.Day(day), axis, new Period(day, day), listening?.Plays ?? 0, listening?.MsPlayed ?? 0);
    }

    private static SeriesPoint MonthlyPoint(MonthListening month, bool isLong)
    {
        var axis = month.Month.ToString(isLong ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture);
        var period = new Period(month.Month, month.Month.AddMonths(1).AddDays(-1));
        return new SeriesPoint(Format.Month(month.Month), axis, period, month.Plays, month.MsPlayed);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
