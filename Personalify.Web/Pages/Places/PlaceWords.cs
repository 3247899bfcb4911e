using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>What the figures of a place mean, in a sentence and in the row of figures.</summary>
public static class PlaceWords
{
    private static readonly Texts Text = Texts.Of(typeof(PlaceWords));

    /// <summary>The head's sentence: rank in the period and ever, and the share of all listening.</summary>
    public static string Says(IndexModel place)
    {
        var (item, shown) = (place.Item!, place.Shown!);
        if (item.Now.Rank is not { } rank)
            return string.Join(' ', Text["No {0} from {1}.", Names.Short(place.Query.Play), shown.Period], Ever(place)).TrimEnd();
        var share = Text["{0} of the time you listened.", Format.Percent(item.Now.Share)];
        return $"{RankOf(place, rank)} {share}";
    }

    public static IEnumerable<FigureModel> Figures(IndexModel place)
    {
        var (item, shown, query) = (place.Item!, place.Shown!, place.Query);
        var (number, unit) = Format.Whole(item.Now.Totals.MsPlayed);
        var spark = place.Series;
        yield return new FigureModel(Text["Listened"], number, unit)
        {
            Href = place.PlaysOf(shown.Period, query.Play),
            Trend = item.Before is { Totals.MsPlayed: var ms }
                ? Trend.Between(ms, item.Now.Totals.MsPlayed, shown.BeforeName, isCount: false)
                : null,
            Note = Text["{0} of all listening", Format.Percent(item.Now.Share)],
            Spark = [.. spark.Select(point => point.MsPlayed)],
        };
        yield return new FigureModel(Text["Plays"], Format.Number(item.Now.Totals.Plays))
        {
            Href = place.PlaysOf(shown.Period, query.Play),
            Trend = item.Before is { Totals.Plays: var plays }
                ? Trend.Between(plays, item.Now.Totals.Plays, shown.BeforeName)
                : null,
            Note = Text["{0} of any length, ever", Format.Count(item.Ever.Totals.Plays, "play", "plays")],
            Spark = [.. spark.Select(point => (long)point.Plays)],
        };
        yield return Rank(item, shown);
        yield return Streak(place);
    }

    private static FigureModel Rank(PlaceItem item, ShownPeriod shown) => new(Text["Rank"], item.Now.Rank is { } rank ? Format.Number(rank) : "–")
    {
        Trend = (item.Now.Rank, item.Before) switch
        {
            (null, _) or (_, null) => null,
            (_, { Rank: null }) => new Trend(TrendDirection.Up, Text["not heard in {0}", shown.BeforeName]),
            ({ } now, { Rank: { } before }) when now == before => new Trend(TrendDirection.Level, Text["as in {0}", shown.BeforeName]),
            ({ } now, { Rank: { } before }) => new Trend(
                now < before ? TrendDirection.Up : TrendDirection.Down, Text["from {0} in {1}", Format.Number(before), shown.BeforeName]),
        },
        Note = item.RankOfAll is { } all ? Text["number {0} of all time", Format.Number(all)] : null,
    };

    private static FigureModel Streak(IndexModel place)
    {
        var totals = place.Item!.Now.Totals;
        var streak = totals.LongestStreak;
        var heard = Text["heard on {0} of {1}", Format.Number(totals.ActiveDays), Format.Count(place.Shown!.Period.Days, "day", "days")];
        return new FigureModel(Text["Longest streak"], Format.Number(streak?.Days ?? 0), Text.Plural(streak?.Days ?? 0, "day", "days"))
        {
            Href = streak is null ? null : place.PlaysOf(new Period(streak.From, streak.To), place.Query.Play),
            Trend = place.Item.Before is { } before
                ? Trend.OfDays(before.Totals.LongestStreak?.Days ?? 0, streak?.Days ?? 0, place.Shown!.BeforeName)
                : null,
            Note = streak is null ? heard : $"{Format.Days(streak.From, streak.To)} · {heard}",
            Share = totals.ActiveDays / (double)place.Shown.Period.Days,
        };
    }

    private static string RankOf(IndexModel place, int rank) =>
        place.Item!.RankOfAll is { } all && place.Query.PeriodName != PeriodName.All
            ? Text["Your number {0} of the {1} from {2}, and your number {3} of all time.",
                Format.Number(rank), KindOf(place.Kind), place.Shown!.Period, Format.Number(all)]
            : Text["Your number {0} of the {1} from {2}.", Format.Number(rank), KindOf(place.Kind), place.Shown!.Period];

    private static string Ever(IndexModel place) => place.Item!.RankOfAll is { } all
        ? Text["Of all time it is your number {0} of the {1}.", Format.Number(all), KindOf(place.Kind)]
        : "";

    private static string KindOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Artist => Text["artists"],
        PlaceKind.Album => Text["albums"],
        _ => Text["tracks"],
    };
}
