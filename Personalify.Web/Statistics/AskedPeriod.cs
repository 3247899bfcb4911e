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
    private static readonly Texts Text = Texts.Of(typeof(AskedPeriod));

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
        var isFresh = today.DayNumber - end.DayNumber <= FreshDays;
        return query.PeriodName switch
        {
            PeriodName.Today => new(new(today, today), null, Text["Today"], Text["the day before"]),
            PeriodName.SevenDays => OfDays(end, 7, Text[isFresh ? "The last seven days" : "Seven days"], Text["the seven days before"]),
            PeriodName.FourWeeks => OfDays(end, 28, Text[isFresh ? "The last four weeks" : "Four weeks"], Text["the four weeks before"]),
            PeriodName.SixMonths => OfMonths(end, 6, Text[isFresh ? "The last six months" : "Six months"], Text["the six months before"]),
            PeriodName.Year => OfMonths(end, 12, Text[isFresh ? "The last twelve months" : "Twelve months"], Text["the year before"]),
            PeriodName.ThisMonth => OfDates(Period.OfMonth(today)),
            PeriodName.LastMonth => OfDates(Period.OfMonth(today.AddMonths(-1))),
            PeriodName.ThisYear => OfDates(Period.OfYear(today.Year)),
            PeriodName.LastYear => OfDates(Period.OfYear(today.Year - 1)),
            PeriodName.All => new(new(coverage.FirstDay, coverage.LastDay), null, Text["Everything"], Text["before"]),
            _ => OfDates(Turned(query.From ?? coverage.FirstDay, query.To ?? coverage.LastDay)),
        };
    }

    private static AskedPeriod OfDays(DateOnly end, int days, string title, string beforeName) =>
        new(new(end.AddDays(1 - days), end), null, title, beforeName);

    private static AskedPeriod OfMonths(DateOnly end, int months, string title, string beforeName) =>
        new(new(end.AddDays(1).AddMonths(-months), end), months, title, beforeName);

    private static AskedPeriod OfDates(Period period) => new(period, period.Months, TitleOf(period), period switch
    {
        { Months: 1 } => Text["the month before"],
        { Months: 12 } => Text["the year before"],
        { Months: { } months } => Text["the {0} months before", Format.Number(months)],
        { Days: 1 } => Text["the day before"],
        _ => Text["the {0} days before", Format.Number(period.Days)],
    });

    private static string TitleOf(Period period) =>
        period.IsCalendarYear ? period.CalendarKey : period.IsCalendarMonth ? Format.LongMonth(period.From) : period.ToString();

    private static Period Turned(DateOnly from, DateOnly to) => from <= to ? new(from, to) : new(to, from);
}
