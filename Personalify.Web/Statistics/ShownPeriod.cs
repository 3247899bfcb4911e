using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Statistics;

/// <summary>A period with its title and the one it is compared with; <c>null</c> where the history does not reach back that far.</summary>
public sealed record ShownPeriod(Period Period, string Title, Period? Before, string BeforeName)
{
    // Two months of single days can still be told apart on a phone; beyond, months say more.
    private const int MostDailyPoints = 62;

    public bool IsDaily => Period.Days <= MostDailyPoints;

    /// <summary>
    /// Periods end where the history ends: an export that is some months old still shows its last weeks rather than nothing. Months are
    /// taken whole, so that a year has twelve of them and is compared with the same twelve of the year before.
    /// </summary>
    public static ShownPeriod Of(StatisticsQuery query, Coverage coverage, DateOnly today)
    {
        var end = coverage.LastDay < today ? coverage.LastDay : today;
        var last = today.DayNumber - end.DayNumber <= 7 ? "The last " : "";
        var shown = query.PeriodName switch
        {
            PeriodName.FourWeeks => Weeks(end, last + "four weeks"),
            PeriodName.SixMonths => Months(end, 6, last + "six months", "the six months before"),
            PeriodName.Year => Months(end, 12, last + "twelve months", "the year before"),
            PeriodName.All => new(new(coverage.FirstDay, coverage.LastDay), "Everything", null, "before"),
            _ => Chosen(query, coverage),
        };
        shown = shown with { Title = char.ToUpperInvariant(shown.Title[0]) + shown.Title[1..] };
        return shown.Before?.From < coverage.FirstDay ? shown with { Before = null } : shown;
    }

    private static ShownPeriod Weeks(DateOnly end, string title)
    {
        var period = new Period(end.AddDays(-27), end);
        return new(period, title, period.Preceding, "the four weeks before");
    }

    private static ShownPeriod Months(DateOnly end, int count, string title, string beforeName)
    {
        var from = new DateOnly(end.Year, end.Month, 1).AddMonths(1 - count);
        return new(new(from, end), title, new(from.AddMonths(-count), end.AddMonths(-count)), beforeName);
    }

    private static ShownPeriod Chosen(StatisticsQuery query, Coverage coverage)
    {
        var (from, to) = (query.From ?? coverage.FirstDay, query.To ?? coverage.LastDay);
        var period = from <= to ? new Period(from, to) : new Period(to, from);
        var beforeName = period.Days == 1 ? "the day before" : $"the {Format.Number(period.Days)} days before";
        return new(period, period.ToString(), period.Preceding, beforeName);
    }
}
