using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Overview;

/// <summary>What the chart and the small lines show over time: a day by its hours, some weeks by days, all else by months.</summary>
public static class OverviewSeries
{
    public static IReadOnlyList<SeriesPoint> Now(OverviewUser data, ShownPeriod shown) => shown switch
    {
        { IsOneDay: true } => ListeningSeries.Hourly(shown.Period.From, data.Now.ByWeekdayHour),
        { IsDaily: true } => ListeningSeries.Daily(shown.Period, data.Calendar.ByDay),
        _ => ListeningSeries.Monthly(shown.Period, data.Now.ByMonth),
    };

    /// <summary>Of the period before; <c>null</c> without one, and for a day, whose hours before are not asked for.</summary>
    public static IReadOnlyList<SeriesPoint>? Before(OverviewUser data, ShownPeriod shown) => (shown, data.Before) switch
    {
        ({ IsOneDay: true } or { Before: null }, _) or (_, null) => null,
        ({ IsDaily: true, Before: var period }, var before) => ListeningSeries.Daily(period, before.ByDay),
        ({ Before: var period }, var before) => ListeningSeries.Monthly(period, before.ByMonth),
    };
}
