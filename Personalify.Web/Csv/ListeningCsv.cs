using Personalify.Web.Statistics;

namespace Personalify.Web.Csv;

/// <summary>The tables behind the drawings: days, hours of the week, and whatever a chart shows over time.</summary>
public static class ListeningCsv
{
    public static CsvTable<DayListening> Days(IEnumerable<DayListening> days) => new(
        "days",
        [new("day", day => day.Day), new("plays", day => day.Plays), new("ms_played", day => day.MsPlayed)],
        days.ToAsyncEnumerable());

    public static CsvTable<WeekdayHourListening> Hours(IEnumerable<WeekdayHourListening> hours) => new(
        "hours",
        [
            new("weekday", hour => hour.Weekday), new("hour", hour => hour.Hour), new("plays", hour => hour.Plays),
            new("ms_played", hour => hour.MsPlayed),
        ],
        hours.ToAsyncEnumerable());

    /// <summary>The points of a chart: days, months, or the hours of a single day.</summary>
    public static CsvTable<SeriesPoint> Series(IEnumerable<SeriesPoint> points) => new(
        "over-time",
        [
            new("label", point => point.Label), new("from", point => point.Period.From), new("to", point => point.Period.To),
            new("plays", point => point.Plays), new("ms_played", point => point.MsPlayed),
        ],
        points.ToAsyncEnumerable());
}
