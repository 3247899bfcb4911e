using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Overview;

/// <summary>The four figures at the top, and where each of them comes from.</summary>
public static class OverviewFigures
{
    public static IEnumerable<FigureModel> Of(OverviewUser data, ShownPeriod shown, StatisticsQuery query)
    {
        var series = shown.IsDaily ? ListeningSeries.Daily(shown.Period, data.Calendar.ByDay) : ListeningSeries.Monthly(data.Now.ByMonth);
        yield return Listened(data, shown, query, series);
        yield return Plays(data, shown, query, series);
        yield return Artists(data, shown, query);
        yield return LongestStreak(data.Now.Totals, shown, query);
    }

    private static FigureModel Listened(OverviewUser data, ShownPeriod shown, StatisticsQuery query, IReadOnlyList<SeriesPoint> series)
    {
        var (number, unit) = Format.Whole(data.Now.Totals.MsPlayed);
        return new FigureModel("Listened", number, unit)
        {
            Href = PlaysLink.LongestOf(shown.Period, query.Play),
            Trend = data.Before is { Totals.MsPlayed: var before }
                ? Trend.Between(before, data.Now.Totals.MsPlayed, "more", "less", shown.BeforeName)
                : null,
            Note = data.Before is null ? Average(data.Now.Totals) : null,
            Spark = [.. series.Select(point => point.MsPlayed)],
        };
    }

    private static FigureModel Plays(OverviewUser data, ShownPeriod shown, StatisticsQuery query, IReadOnlyList<SeriesPoint> series) =>
        new("Plays", Format.Number(data.Now.Totals.Plays))
        {
            Href = PlaysLink.Of(shown.Period, query.Play),
            Trend = data.Before is { Totals.Plays: var before }
                ? Trend.Between(before, data.Now.Totals.Plays, "more", "fewer", shown.BeforeName)
                : null,
            Note = data.Before is null ? $"of {Format.Count(data.Now.Totals.Tracks, "track", "tracks")}" : null,
            Spark = [.. series.Select(point => (long)point.Plays)],
        };

    private static FigureModel Artists(OverviewUser data, ShownPeriod shown, StatisticsQuery query)
    {
        var totals = data.Now.Totals;
        return new FigureModel("Artists", Format.Number(totals.Artists))
        {
            Href = query.Link("/top/artists"),
            // At the start of a history every artist is new, which says nothing.
            Trend = data.Before is not null && totals.NewArtists > 0
                ? new Trend(TrendDirection.Up, $"{Format.Number(totals.NewArtists)} for the first time")
                : null,
            Note = Recordings(totals),
        };
    }

    // Account data names no albums.
    private static string Recordings(ListeningTotals totals)
    {
        var tracks = Format.Count(totals.Tracks, "track", "tracks");
        return totals.Albums == 0 ? tracks : $"{tracks} on {Format.Count(totals.Albums, "album", "albums")}";
    }

    private static FigureModel LongestStreak(ListeningTotals totals, ShownPeriod shown, StatisticsQuery query)
    {
        var streak = totals.LongestStreak;
        return new FigureModel("Longest streak", Format.Number(streak?.Days ?? 0), streak?.Days == 1 ? "day" : "days")
        {
            Href = streak is null ? null : PlaysLink.Of(new Period(streak.From, streak.To), query.Play),
            Trend = streak is null ? null : new Trend(TrendDirection.Level, Format.Days(streak.From, streak.To)),
            Note = $"music on {Format.Number(totals.ActiveDays)} of {Format.Count(shown.Period.Days, "day", "days")}",
            Share = totals.ActiveDays / (double)shown.Period.Days,
        };
    }

    private static string? Average(ListeningTotals totals) =>
        totals.ActiveDays == 0 ? null : $"{Format.Duration(totals.MsPlayed / totals.ActiveDays)} on a day with music";
}
