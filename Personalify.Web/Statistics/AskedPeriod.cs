using System.Globalization;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Statistics;

/// <summary>A period as it was asked for, whether the history has all of it or not.</summary>
/// <param name="Months">How long it is where that is counted in months; they differ in days.</param>
/// <param name="BeforeName">How the period before it is called.</param>
public sealed record AskedPeriod(Period Days, int? Months, string Title, string BeforeName)
{
    // An export takes some days to arrive; what ends within them still is the last there is.
    private const int FreshDays = 7;

    /// <summary>The period of the same length that ends right before.</summary>
    public Period Preceding => new(
        Months is { } months ? Days.From.AddMonths(-months) : Days.From.AddDays(-Days.Days), Days.From.AddDays(-1));

    /// <summary>The period of the same length that begins right after.</summary>
    public Period Following
    {
        get
        {
            var from = Days.To.AddDays(1);
            return new(from, Months is { } months ? from.AddMonths(months).AddDays(-1) : from.AddDays(Days.Days - 1));
        }
    }

    public static AskedPeriod Of(StatisticsQuery query, Coverage coverage, DateOnly today)
    {
        var end = coverage.LastDay < today ? coverage.LastDay : today;
        var last = today.DayNumber - end.DayNumber <= FreshDays ? "The last " : "";
        return query.PeriodName switch
        {
            PeriodName.Today => new(new(today, today), null, "Today", "the day before"),
            PeriodName.SevenDays => OfDays(end, 7, last, "seven days"),
            PeriodName.FourWeeks => OfDays(end, 28, last, "four weeks"),
            PeriodName.SixMonths => OfMonths(end, 6, last, "six months", "the six months before"),
            PeriodName.Year => OfMonths(end, 12, last, "twelve months", "the year before"),
            PeriodName.ThisMonth => OfDates(Period.OfMonth(today)),
            PeriodName.LastMonth => OfDates(Period.OfMonth(today.AddMonths(-1))),
            PeriodName.ThisYear => OfDates(Period.OfYear(today.Year)),
            PeriodName.LastYear => OfDates(Period.OfYear(today.Year - 1)),
            PeriodName.All => new(new(coverage.FirstDay, coverage.LastDay), null, "Everything", "before"),
            _ => OfDates(Turned(query.From ?? coverage.FirstDay, query.To ?? coverage.LastDay)),
        };
    }

    private static AskedPeriod OfDays(DateOnly end, int days, string last, string name) =>
        new(new(end.AddDays(1 - days), end), null, Capital(last + name), $"the {name} before");

    private static AskedPeriod OfMonths(DateOnly end, int months, string last, string name, string beforeName) =>
        new(new(end.AddDays(1).AddMonths(-months), end), months, Capital(last + name), beforeName);

    private static AskedPeriod OfDates(Period period) => new(period, period.Months, TitleOf(period), period switch
    {
        { Months: 1 } => "the month before",
        { Months: 12 } => "the year before",
        { Months: { } months } => $"the {Format.Number(months)} months before",
        { Days: 1 } => "the day before",
        _ => $"the {Format.Number(period.Days)} days before",
    });

    private static string TitleOf(Period period) =>
        period.IsCalendarYear ? period.CalendarKey
        : period.IsCalendarMonth ? period.From.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : period.ToString();

    private static Period Turned(DateOnly from, DateOnly to) => from <= to ? new(from, to) : new(to, from);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
