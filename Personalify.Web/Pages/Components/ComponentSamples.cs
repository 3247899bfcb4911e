using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Components;

/// <summary>Invented content that strains the components: nothing, one, very many, very long, and written from right to left.</summary>
public static class ComponentSamples
{
    private const string LongName = "A title that is so very long that no list has the place for it, however wide the screen (Remastered 2011) [Deluxe Edition]";
    private const int Hour = 3_600_000;

    public static IEnumerable<(string State, FigureModel Figure)> Figures { get; } =
    [
        ("up, with its course", new("Listened", "412", "h") { Trend = Trend.Between(100, 112, "the year before", isCount: false), Spark = [3, 5, 4, 6, 8, 7, 9], Href = "#" }),
        ("down", new("Plays", "8,946") { Trend = Trend.Between(100, 97, "the year before"), Spark = [9, 8, 8, 6, 5, 6] }),
        ("unchanged, with a note", new("Artists", "1,204") { Trend = Trend.Between(10, 10, "the year before"), Note = "2,629 tracks on 811 albums" }),
        ("a share of the whole", new("Longest streak", "48", "days") { Note = "music on 308 of 355 days", Share = 0.87 }),
        ("zero", new("Listened", "0", "h")),
        ("one", new("Plays", "1") { Note = "of 1 track" }),
        ("ten millions", new("Plays", "10,000,000") { Spark = [1, 2, 3] }),
    ];

    public static IEnumerable<(string State, RankedListModel List)> Lists { get; } =
    [
        ("three, with movements", new([
            Entry(1, "Paper Lanterns", "Velvet Harbor", 1, new Movement(2)),
            Entry(2, "Slow Comet", "Ines Okafor", 0.7, new Movement(-1)),
            Entry(3, "Half a Storm", "The Low Tides", 0.4, new Movement(null)),
            Entry(4, "First Light", "Ines Okafor", 0.2, new Movement(null, IsNew: true))])),
        ("long, right to left, hostile", new([
            Entry(98, LongName, LongName, 1, new Movement(0)),
            Entry(99, "زهرة المدائن", "فيروز", 0.5, new Movement(12)),
            Entry(100, "<script>alert('no')</script>", "\u202Edesrever", 0.01, null)])),
        ("nothing", new([])),
    ];

    public static IEnumerable<(string State, ChartModel Chart)> Charts { get; } =
    [
        ("with the period before", Chart(12, hasBefore: true)),
        ("many points", Chart(120, hasBefore: false)),
        ("one point", Chart(1, hasBefore: false)),
    ];

    public static CalendarModel Calendar { get; } = new(new(new(2024, 12, 1), new(2025, 11, 26)), Days(new(2024, 12, 1), 361), _ => "#");

    public static CalendarModel EmptyCalendar { get; } = new(new(new(2025, 11, 1), new(2025, 11, 28)), [], _ => "#");

    public static WeekModel Week { get; } = new([.. Enumerable.Range(0, 168).Select(cell =>
        new WeekdayHourListening(
            (Weekday)((cell / 24) + 1), cell % 24, cell % 7, Math.Abs((cell % 24) - 12) * 20_000L * ((cell / 24) + 1)))],
        (_, _) => "#");

    public static WeekModel EmptyWeek { get; } = new([], (_, _) => "#");

    private static RankedEntry Entry(int rank, string name, string detail, double share, Movement? movement) =>
        new(rank, name, Format.Duration((long)(10 * Hour * share)), share)
        {
            Href = "#",
            Detail = detail,
            CoverName = detail,
            Movement = movement,
        };

    private static ChartModel Chart(int months, bool hasBefore)
    {
        var first = new DateOnly(2015, 1, 1);
        var now = Enumerable.Range(0, months).Select(offset => new MonthListening(first.AddMonths(offset), offset, Wave(offset) * 20L * Hour));
        var before = Enumerable.Range(0, months).Select(offset => new MonthListening(first.AddMonths(offset), offset, Wave(offset + 3) * 18L * Hour));
        return ListeningSeries.ToChart(
            ListeningSeries.Monthly(Shown(months), now), hasBefore ? ListeningSeries.Monthly(Shown(months), before) : null,
            SeriesUnit.Month, "the year before", _ => "#");
    }

    // A week is missing from the last month, so that it is a part.
    private static Period Shown(int months) =>
        new(new(2015, 1, 1), new DateOnly(2015, 1, 1).AddMonths(months).AddDays(months > 1 ? -8 : -1));

    private static IEnumerable<DayListening> Days(DateOnly from, int count) =>
        Enumerable.Range(0, count).Where(offset => offset % 6 != 0).Select(offset => new DayListening(from.AddDays(offset), Wave(offset), Wave(offset) * (long)Hour));

    private static int Wave(int offset) => 1 + (offset * offset % 7);
}
