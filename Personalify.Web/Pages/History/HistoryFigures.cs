using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

/// <summary>The four figures of a year.</summary>
public static class HistoryFigures
{
    private static readonly Texts Text = Texts.Of(typeof(HistoryFigures));

    public static IEnumerable<FigureModel> Of(HistoryUser data, ShownPeriod shown, StatisticsQuery query)
    {
        var (totals, period) = (data.Listening.Totals, shown.Period);
        var comparison = new Comparison(data.Before?.Totals, shown.BeforeName);
        var (number, unit) = Format.Whole(totals.MsPlayed);
        yield return new(Text["Listened"], number, unit)
        {
            Href = PlaysLink.LongestOf(period, query.Play), Trend = comparison.Listened(totals), Note = PerDay(totals),
        };
        yield return new(Text["Plays"], Format.Number(totals.Plays))
        {
            Href = PlaysLink.Of(period, query.Play), Trend = comparison.Plays(totals),
            Note = Text["of {0}", Format.Count(totals.Tracks, "track", "tracks")],
        };
        yield return new(Text["Artists"], Format.Number(totals.Artists))
        {
            Href = query.At(Period.OfYear(period.To.Year)).Link("/top/artists"), Trend = comparison.Artists(totals),
            Note = Text["{0} for the first time", Format.Number(totals.NewArtists)],
        };
        yield return new(Text["Days with music"], Format.Number(totals.ActiveDays))
        {
            Trend = comparison.ActiveDays(totals), Note = Streak(totals.LongestStreak),
        };
    }

    private static string? PerDay(ListeningTotals totals) =>
        totals.ActiveDays == 0 ? null : Text["{0} on a day with music", Format.Duration(totals.MsPlayed / totals.ActiveDays)];

    private static string? Streak(Streak? streak) =>
        streak is null ? null : Text["{0} in a row, {1}", Format.Number(streak.Days), Format.Days(streak.From, streak.To)];
}
