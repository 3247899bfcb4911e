using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>What the figures of a place mean, in a sentence and in the row of figures.</summary>
public static class PlaceWords
{
    /// <summary>The head's sentence: rank in the period and ever, and the share of all listening.</summary>
    public static string Says(IndexModel place)
    {
        var (item, shown, kind) = (place.Item!, place.Shown!, KindOf(place.Kind));
        if (item.Now.Rank is not { } rank)
            return $"No {Names.Short(place.Query.Play)} from {shown.Period}. {Ever(item, kind)}".TrimEnd();
        var period = $"Your number {Format.Number(rank)} of the {kind}s from {shown.Period}";
        var ever = item.RankOfAll is { } all && !IsEverything(place) ? $", and your number {Format.Number(all)} of all time" : "";
        return $"{period}{ever}. {Format.Percent(item.Now.Share)} of the time you listened.";
    }

    public static IEnumerable<FigureModel> Figures(IndexModel place)
    {
        var (item, shown, query) = (place.Item!, place.Shown!, place.Query);
        var (number, unit) = Format.Whole(item.Now.Totals.MsPlayed);
        var spark = place.Series;
        yield return new FigureModel("Listened", number, unit)
        {
            Href = place.PlaysOf(shown.Period, query.Play),
            Trend = item.Before is { Totals.MsPlayed: var ms }
                ? Trend.Between(ms, item.Now.Totals.MsPlayed, "more", "less", shown.BeforeName)
                : null,
            Note = $"{Format.Percent(item.Now.Share)} of all listening",
            Spark = [.. spark.Select(point => point.MsPlayed)],
        };
        yield return new FigureModel("Plays", Format.Number(item.Now.Totals.Plays))
        {
            Href = place.PlaysOf(shown.Period, query.Play),
            Trend = item.Before is { Totals.Plays: var plays }
                ? Trend.Between(plays, item.Now.Totals.Plays, "more", "fewer", shown.BeforeName)
                : null,
            Note = $"{Format.Count(item.Ever.Totals.Plays, "play", "plays")} of any length, ever",
            Spark = [.. spark.Select(point => (long)point.Plays)],
        };
        yield return Rank(item, shown);
        yield return Streak(place);
    }

    private static FigureModel Rank(PlaceItem item, ShownPeriod shown) => new("Rank", item.Now.Rank is { } rank ? Format.Number(rank) : "–")
    {
        Trend = (item.Now.Rank, item.Before) switch
        {
            (null, _) or (_, null) => null,
            (_, { Rank: null }) => new Trend(TrendDirection.Up, $"not heard in {shown.BeforeName}"),
            ({ } now, { Rank: { } before }) when now == before => new Trend(TrendDirection.Level, $"as in {shown.BeforeName}"),
            ({ } now, { Rank: { } before }) => new Trend(
                now < before ? TrendDirection.Up : TrendDirection.Down, $"from {Format.Number(before)} in {shown.BeforeName}"),
        },
        Note = item.RankOfAll is { } all ? $"number {Format.Number(all)} of all time" : null,
    };

    private static FigureModel Streak(IndexModel place)
    {
        var totals = place.Item!.Now.Totals;
        var streak = totals.LongestStreak;
        return new FigureModel("Longest streak", Format.Number(streak?.Days ?? 0), streak?.Days == 1 ? "day" : "days")
        {
            Href = streak is null ? null : place.PlaysOf(new Period(streak.From, streak.To), place.Query.Play),
            Trend = streak is null ? null : new Trend(TrendDirection.Level, Format.Days(streak.From, streak.To)),
            Note = $"heard on {Format.Number(totals.ActiveDays)} of {Format.Count(place.Shown!.Period.Days, "day", "days")}",
            Share = totals.ActiveDays / (double)place.Shown.Period.Days,
        };
    }

    private static string Ever(PlaceItem item, string kind) =>
        item.RankOfAll is { } all ? $"Of all time it is your number {Format.Number(all)} of the {kind}s." : "";

    private static bool IsEverything(IndexModel place) => place.Query.PeriodName == PeriodName.All;

    private static string KindOf(PlaceKind kind) => kind.ToString().ToLowerInvariant();
}
