using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Community;

/// <summary>The community's totals, and its months as a chart.</summary>
public static class CommunityFigures
{
    /// <summary>Names of months say which year they are of for so many of them; a phone has no room for names with years.</summary>
    private const int MostNames = 12;

    private static readonly Texts Text = Texts.Of(typeof(CommunityFigures));

    public static IEnumerable<FigureModel> Of(CommunityTotals totals)
    {
        var (number, unit) = Format.Whole(totals.MsPlayed);
        yield return new(Text["Listened"], number, unit)
        {
            Note = Text["{0} for each listener", Format.Duration(totals.MsPlayed / Math.Max(1, totals.Listeners))],
        };
        yield return new(Text["Plays"], Format.Number(totals.Plays))
        {
            Note = totals is { FirstDay: { } first, LastDay: { } last } ? Text["{0} to {1}", Format.Day(first), Format.Day(last)] : null,
        };
        yield return new(Text["Artists"], Format.Number(totals.Artists));
        yield return new(Text["Tracks"], Format.Number(totals.Tracks));
    }

    /// <summary>From the first month to the last; one that too few listened in has no value, and the line stops before it.</summary>
    public static ChartModel Chart(IReadOnlyList<CommunityMonth> months, TopOrder by)
    {
        var known = months.ToDictionary(month => month.Month);
        var all = months.Count == 0 ? [] : Months.Between(months[0].Month, months[^1].Month).ToList();
        var rows = all.Select(month => new ChartRow(
            Format.Month(month), all.Count > MostNames ? Format.MonthNumber(month) : Format.MonthOfYear(month),
            [known.TryGetValue(month, out var figure) ? ValueOf(figure, by) : null]));
        return by == TopOrder.Plays
            ? new ChartModel(Text["Plays by month"], Text["Month"], Format.Plays, [.. rows]) { Series = [new(Text["Plays"])] }
            : new ChartModel(Text["Hours listened by month"], Text["Month"], Format.Hours, [.. rows]) { Series = [new(Text["Listened"])] };
    }

    private static ChartValue ValueOf(CommunityMonth month, TopOrder by) => by == TopOrder.Plays
        ? new(month.Plays, Format.Count(month.Plays, "play", "plays"))
        : new(Math.Round(TimeSpan.FromMilliseconds(month.MsPlayed).TotalHours, 2), Format.Duration(month.MsPlayed));
}
