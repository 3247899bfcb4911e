using Personalify.Web.Csv;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>A cell for every day, a column for every week from Monday to Sunday.</summary>
public sealed class CalendarModel
{
    private readonly Dictionary<DateOnly, DayListening> _days;
    private readonly DateOnly _firstMonday;

    /// <param name="period">From its first day to its last.</param>
    /// <param name="days">The days with plays.</param>
    /// <param name="link">Where a day leads.</param>
    /// <param name="today">The days after it have not come yet and get no cell; none are meant when missing.</param>
    public CalendarModel(Period period, IEnumerable<DayListening> days, Func<DateOnly, string> link, DateOnly? today = null)
    {
        Period = period;
        Link = link;
        _days = days.ToDictionary(day => day.Day);
        _firstMonday = period.From.AddDays(-Weekday(period.From));
        var scale = new HeatScale(_days.Values.Select(day => day.MsPlayed));
        Weeks = WeekOf(period.To) + 1;
        Cells = [.. Enumerable.Range(0, period.Days).Select(offset => period.From.AddDays(offset))
            .Where(day => today is null || day <= today).Select(day => CellOf(day, scale))];
    }

    public Period Period { get; }

    public Func<DateOnly, string> Link { get; }

    /// <summary>The table as a file.</summary>
    public CsvLink? Csv { get; init; }

    public IReadOnlyList<CalendarCell> Cells { get; }

    public int Weeks { get; }

    /// <summary>The days with plays, for the table.</summary>
    public IEnumerable<DayListening> Active => _days.Values.OrderBy(day => day.Day);

    public DayListening? Longest => _days.Values.MaxBy(day => day.MsPlayed);

    /// <summary>Each month's name stands over the first week that begins in it, unless the next name would run into it.</summary>
    public IEnumerable<(int Week, DateOnly Month)> Months
    {
        get
        {
            var starts = Cells.Where(cell => cell.Weekday == 0)
                .GroupBy(cell => new DateOnly(cell.Day.Year, cell.Day.Month, 1))
                .Select(month => (month.First().Week, Month: month.Key)).ToList();
            return starts.Where((start, index) => index == starts.Count - 1 || starts[index + 1].Week - start.Week > 2);
        }
    }

    private CalendarCell CellOf(DateOnly day, HeatScale scale)
    {
        var listening = _days.GetValueOrDefault(day) ?? new DayListening(day, 0, 0);
        return new CalendarCell(day, WeekOf(day), Weekday(day), scale.LevelOf(listening.MsPlayed), listening);
    }

    private int WeekOf(DateOnly day) => (day.DayNumber - _firstMonday.DayNumber) / 7;

    private static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}

public sealed record CalendarCell(DateOnly Day, int Week, int Weekday, int Level, DayListening Listening);
