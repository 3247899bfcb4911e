using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Overview;

/// <summary>The four figures at the top, and where each of them comes from.</summary>
public static class OverviewFigures
{
    private static readonly Texts Text = Texts.Of(typeof(OverviewFigures));

    public static IEnumerable<FigureModel> Of(
        OverviewUser data, ShownPeriod shown, StatisticsQuery query, IReadOnlyList<SeriesPoint> series)
    {
        var comparison = new Comparison(data.Before?.Totals, shown.BeforeName);
        // A part of a month at the end of the line would look like a fall.
        var whole = series.Where(point => !point.IsPart).ToList();
        yield return Listened(data.Now.Totals, comparison, shown, query) with { Spark = [.. whole.Select(point => point.MsPlayed)] };
        yield return Plays(data.Now.Totals, comparison, shown, query) with { Spark = [.. whole.Select(point => (long)point.Plays)] };
        yield return Artists(data.Now.Totals, comparison, query);
        yield return LongestStreak(data.Now.Totals, comparison, shown, query);
    }

    private static FigureModel Listened(ListeningTotals totals, Comparison comparison, ShownPeriod shown, StatisticsQuery query)
    {
        var (number, unit) = Format.Whole(totals.MsPlayed);
        return new FigureModel(Text["Listened"], number, unit)
        {
            Href = PlaysLink.LongestOf(shown.Period, query.Play),
            Trend = comparison.Listened(totals),
            Note = comparison.IsKnown ? null : Average(totals),
        };
    }

    private static FigureModel Plays(ListeningTotals totals, Comparison comparison, ShownPeriod shown, StatisticsQuery query) =>
        new(Text["Plays"], Format.Number(totals.Plays))
        {
            Href = PlaysLink.Of(shown.Period, query.Play),
            Trend = comparison.Plays(totals),
            Note = Recordings(totals),
        };

    private static FigureModel Artists(ListeningTotals totals, Comparison comparison, StatisticsQuery query) =>
        new(Text["Artists"], Format.Number(totals.Artists))
        {
            Href = query.Link("/top/artists"),
            Trend = comparison.Artists(totals),
            // At the start of a history every artist is new, which says nothing.
            Note = comparison.IsKnown ? Text["{0} for the first time", Format.Number(totals.NewArtists)] : null,
        };

    // Account data names no albums.
    private static string Recordings(ListeningTotals totals)
    {
        var tracks = Format.Count(totals.Tracks, "track", "tracks");
        return totals.Albums == 0 ? tracks : Text["{0} on {1}", tracks, Format.Count(totals.Albums, "album", "albums")];
    }

    private static FigureModel LongestStreak(ListeningTotals totals, Comparison comparison, ShownPeriod shown, StatisticsQuery query)
    {
        var streak = totals.LongestStreak;
        var active = Text["music on {0} of {1}", Format.Number(totals.ActiveDays), Format.Count(shown.Period.Days, "day", "days")];
        return new FigureModel(Text["Longest streak"], Format.Number(streak?.Days ?? 0), Text.Plural(streak?.Days ?? 0, "day", "days"))
        {
            Href = streak is null ? null : PlaysLink.Of(new Period(streak.From, streak.To), query.Play),
            Trend = comparison.LongestStreak(totals),
            Note = streak is null ? active : $"{Format.Days(streak.From, streak.To)} · {active}",
            Share = totals.ActiveDays / (double)shown.Period.Days,
        };
    }

    private static string? Average(ListeningTotals totals) =>
        totals.ActiveDays == 0 ? null : Text["{0} on a day with music", Format.Duration(totals.MsPlayed / totals.ActiveDays)];
}
