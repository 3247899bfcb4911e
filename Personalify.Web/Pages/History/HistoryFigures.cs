using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

/// <summary>The four figures of a year.</summary>
public static class HistoryFigures
{
    public static IEnumerable<FigureModel> Of(HistoryUser data, ShownPeriod shown, StatisticsQuery query)
    {
        var (totals, period) = (data.Listening.Totals, shown.Period);
        var comparison = new Comparison(data.Before?.Totals, shown.BeforeName);
        var (number, unit) = Format.Whole(totals.MsPlayed);
        yield return new("Listened", number, unit)
        {
            Href = PlaysLink.LongestOf(period, query.Play), Trend = comparison.Listened(totals), Note = PerDay(totals),
        };
        yield return new("Plays", Format.Number(totals.Plays))
        {
            Href = PlaysLink.Of(period, query.Play), Trend = comparison.Plays(totals),
            Note = $"of {Format.Count(totals.Tracks, "track", "tracks")}",
        };
        yield return new("Artists", Format.Number(totals.Artists))
        {
            Href = query.At(Period.OfYear(period.To.Year)).Link("/top/artists"), Trend = comparison.Artists(totals),
            Note = $"{Format.Number(totals.NewArtists)} for the first time",
        };
        yield return new("Days with music", Format.Number(totals.ActiveDays))
        {
            Trend = comparison.ActiveDays(totals), Note = Streak(totals.LongestStreak),
        };
    }

    private static string? PerDay(ListeningTotals totals) =>
        totals.ActiveDays == 0 ? null : $"{Format.Duration(totals.MsPlayed / totals.ActiveDays)} on a day with music";

    private static string? Streak(Streak? streak) =>
        streak is null ? null : $"{Format.Number(streak.Days)} in a row, {Format.Days(streak.From, streak.To)}";
}
