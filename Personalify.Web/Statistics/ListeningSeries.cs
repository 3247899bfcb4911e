using System.Globalization;
using Personalify.Web.Components;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <param name="IsPart">Only some days of the month count, so that it cannot be measured against the others.</param>
public sealed record SeriesPoint(string Label, string AxisLabel, Period Period, int Plays, long MsPlayed, bool IsPart = false);

/// <summary>What a point of a series stands for.</summary>
public enum SeriesUnit { Hour, Day, Month }

/// <summary>Listening over time: a point for each hour, day or month, those without a play included.</summary>
public static class ListeningSeries
{
    private const int Hours = 24;
    private static readonly Texts Text = Texts.Of(typeof(ListeningSeries));

    /// <summary>The hours of a single day.</summary>
    public static IReadOnlyList<SeriesPoint> Hourly(DateOnly day, IEnumerable<WeekdayHourListening> hours)
    {
        var byHour = hours.ToLookup(hour => hour.Hour);
        return [.. Enumerable.Range(0, Hours).Select(hour => new SeriesPoint(
            Format.Hour(hour), $"{hour}", new(day, day), byHour[hour].Sum(entry => entry.Plays), byHour[hour].Sum(entry => entry.MsPlayed)))];
    }

    public static IReadOnlyList<SeriesPoint> Daily(Period period, IEnumerable<DayListening> days)
    {
        var byDay = days.ToDictionary(day => day.Day);
        return [.. Enumerable.Range(0, period.Days).Select(offset => DailyPoint(period.From.AddDays(offset), byDay))];
    }

    public static IReadOnlyList<SeriesPoint> Monthly(Period period, IEnumerable<MonthListening> months)
    {
        var list = months.ToList();
        var isLong = list.Count > 13;
        return [.. list.Select(month => MonthlyPoint(month, period, isLong))];
    }

    /// <summary>Hours over time, the period before beside it point by point.</summary>
    public static ChartModel ToChart(
        IReadOnlyList<SeriesPoint> now, IReadOnlyList<SeriesPoint>? before, SeriesUnit unit, string beforeName, Func<Period, string> link)
    {
        var rows = now.Select((point, index) => new ChartRow(point.Label, point.AxisLabel, Values(point, before, index))
        {
            Href = link(point.Period),
        });
        return new ChartModel(DescriptionOf(unit), NameOf(unit), Format.Hours, [.. rows])
        {
            Series = before is null ? [new(Text["Listened"])] : [new(Text["Listened"]), new(Capital(beforeName), IsBefore: true)],
        };
    }

    /// <summary>Over a chart: <c>Hours by month</c>.</summary>
    public static string TitleOf(SeriesUnit unit) => unit switch
    {
        SeriesUnit.Hour => Text["Hour by hour"],
        SeriesUnit.Day => Text["Hours by day"],
        _ => Text["Hours by month"],
    };

    private static string DescriptionOf(SeriesUnit unit) => unit switch
    {
        SeriesUnit.Hour => Text["Hours listened by hour"],
        SeriesUnit.Day => Text["Hours listened by day"],
        _ => Text["Hours listened by month"],
    };

    private static string NameOf(SeriesUnit unit) => unit switch
    {
        SeriesUnit.Hour => Text["Hour"],
        SeriesUnit.Day => Text["Day"],
        _ => Text["Month"],
    };

    private static IReadOnlyList<ChartValue?> Values(SeriesPoint now, IReadOnlyList<SeriesPoint>? before, int index) => before is null
        ? [InHours(now)]
        : [InHours(now), index < before.Count ? InHours(before[index]) : null];

    private static ChartValue InHours(SeriesPoint point) =>
        new(Math.Round(TimeSpan.FromMilliseconds(point.MsPlayed).TotalHours, 2), Format.Duration(point.MsPlayed), point.IsPart);

    private static SeriesPoint DailyPoint(DateOnly day, Dictionary<DateOnly, DayListening> days)
    {
        var listening = days.GetValueOrDefault(day);
        var axis = Format.DayOfYear(day);
        return new SeriesPoint(Format.Day(day), axis, new Period(day, day), listening?.Plays ?? 0, listening?.MsPlayed ?? 0);
    }

    private static SeriesPoint MonthlyPoint(MonthListening month, Period period, bool isLong)
    {
        var axis = isLong ? Format.Plain(Format.Month(month.Month)) : Format.MonthOfYear(month.Month);
        var whole = Period.OfMonth(month.Month);
        var days = whole.Within(period) ?? whole;
        var label = days == whole ? Format.Month(month.Month) : $"{days}";
        return new SeriesPoint(label, axis, days, month.Plays, month.MsPlayed, days != whole);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
