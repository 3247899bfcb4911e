using System.Globalization;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>Seven days by twenty-four hours.</summary>
public sealed class WeekModel
{
    public const int Hours = 24;
    private readonly ILookup<(int Weekday, int Hour), WeekdayHourListening> _cells;

    public WeekModel(IReadOnlyList<WeekdayHourListening> cells)
    {
        _cells = cells.ToLookup(cell => ((int)cell.Weekday, cell.Hour));
        Scale = new HeatScale(cells.Select(cell => cell.MsPlayed));
        Busiest = cells.Where(cell => cell.MsPlayed > 0).MaxBy(cell => cell.MsPlayed);
    }

    /// <summary>From Monday to Sunday, as the language of the request calls them.</summary>
    public static IReadOnlyList<string> Weekdays => FromMonday(CultureInfo.CurrentCulture.DateTimeFormat.DayNames);

    /// <summary>The same in few letters.</summary>
    public static IReadOnlyList<string> ShortWeekdays => FromMonday(CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedDayNames);

    public HeatScale Scale { get; }

    public WeekdayHourListening? Busiest { get; }

    /// <param name="weekday">1 is Monday, 7 is Sunday.</param>
    /// <param name="hour">0 to 23.</param>
    public long MsPlayed(int weekday, int hour) => _cells[(weekday, hour)].Sum(cell => cell.MsPlayed);

    private static IReadOnlyList<string> FromMonday(string[] fromSunday) => [.. fromSunday[1..], fromSunday[0]];
}
