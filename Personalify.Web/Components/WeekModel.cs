using System.Globalization;
using Personalify.Web.Api;
using Personalify.Web.Csv;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>Seven days by twenty-four hours.</summary>
public sealed class WeekModel
{
    public const int Hours = 24;
    private readonly ILookup<(int Weekday, int Hour), WeekdayHourListening> _cells;

    /// <param name="cells">The hours of the week, those without a play too or not.</param>
    /// <param name="link">Where the plays of an hour are.</param>
    public WeekModel(IReadOnlyList<WeekdayHourListening> cells, Func<Weekday, int, string> link)
    {
        Link = link;
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

    public Func<Weekday, int, string> Link { get; }

    /// <summary>The table as a file.</summary>
    public CsvLink? Csv { get; init; }

    /// <param name="weekday">1 is Monday, 7 is Sunday.</param>
    /// <param name="hour">0 to 23.</param>
    public WeekCell Cell(int weekday, int hour)
    {
        var listening = new WeekdayHourListening((Weekday)weekday, hour,
            _cells[(weekday, hour)].Sum(cell => cell.Plays), _cells[(weekday, hour)].Sum(cell => cell.MsPlayed));
        return new WeekCell(listening, Scale.LevelOf(listening.MsPlayed), listening.Plays > 0 ? Link((Weekday)weekday, hour) : null);
    }

    private static IReadOnlyList<string> FromMonday(string[] fromSunday) => [.. fromSunday[1..], fromSunday[0]];
}

/// <param name="Level">Its shade.</param>
/// <param name="Href">Its plays; null without any.</param>
public sealed record WeekCell(WeekdayHourListening Listening, int Level, string? Href)
{
    public string Time => Format.Plain(Format.Duration(Listening.MsPlayed));

    public string Words => $"{WeekModel.Weekdays[(int)Listening.Weekday - 1]}, {Format.Hour(Listening.Hour)}: {Time}"
        + (Listening.Plays > 0 ? $", {Format.Count(Listening.Plays, "play", "plays")}" : "");
}
