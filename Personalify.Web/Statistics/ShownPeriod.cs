using Personalify.Web.Sessions;

namespace Personalify.Web.Statistics;

/// <summary>What a page shows of the period that it was asked for: the days that the history has.</summary>
/// <param name="Before">What it is compared with; <c>null</c> where the history does not reach back that far.</param>
public sealed record ShownPeriod(Period Period, string Title, Period? Before, string BeforeName)
{
    // Two months of single days can still be told apart on a phone; beyond, months say more.
    private const int MostDailyPoints = 62;
    private static readonly Texts Text = Texts.Of(typeof(ShownPeriod));

    /// <summary>The period one step back; <c>null</c> where the history begins.</summary>
    public Period? Previous { get; init; }

    /// <summary>The period one step on; <c>null</c> where the history ends.</summary>
    public Period? Next { get; init; }

    public bool IsOneDay => Period.Days == 1;

    public bool IsDaily => Period.Days <= MostDailyPoints;

    /// <summary>What a point of a chart over the period is.</summary>
    public SeriesUnit Unit => IsOneDay ? SeriesUnit.Hour : IsDaily ? SeriesUnit.Day : SeriesUnit.Month;

    public static ShownPeriod Of(StatisticsQuery query, Coverage coverage, DateOnly today)
    {
        var asked = AskedPeriod.Of(query, coverage, today);
        var known = asked.Days.Within(new(coverage.FirstDay, coverage.LastDay));
        var before = known is null || asked.Preceding.From < coverage.FirstDay ? null : Comparable(asked, known);
        var beforeName = known == asked.Days ? asked.BeforeName : Text["the same days of {0}", asked.BeforeName];
        return new(known ?? asked.Days, asked.Title, before, beforeName)
        {
            Previous = asked.Preceding.To < coverage.FirstDay ? null : asked.Preceding,
            Next = asked.Following.From > coverage.LastDay ? null : asked.Following,
        };
    }

    /// <summary>As much of the period before as there is of this one: a month just begun is not compared with a whole one.</summary>
    private static Period Comparable(AskedPeriod asked, Period known)
    {
        var whole = asked.Preceding;
        if (known == asked.Days) return whole;
        var to = asked.Months is { } months ? known.To.AddMonths(-months) : whole.From.AddDays(known.Days - 1);
        return to < whole.To ? whole with { To = to } : whole;
    }
}
