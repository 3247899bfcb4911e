using System.Globalization;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Moods;

/// <summary>
/// The months of a period as columns, from the first with a play to the last: how high one is is what share of it tells a mood.
/// </summary>
public sealed class MoodTimeline
{
    /// <summary>The drawing's height; a month is ten wide.</summary>
    public const double Height = 100;
    private const double Step = 10;
    private const double Width = 8;
    private const int MostLabels = 7;
    private static readonly double[] Marks = [0, 0.5, 1];
    private readonly TopOrder _by;
    private readonly double _top;

    public MoodTimeline(IReadOnlyList<MoodGroup> months, TopOrder by)
    {
        _by = by;
        var known = months.Where(group => group.Month is not null).ToDictionary(group => group.Month!.Value);
        var all = Months.Between(known.Keys.Min(), known.Keys.Max()).ToList();
        _top = TopOf(known.Values.Max(group => group.ToldShare(by)));
        Columns = [.. all.Select((month, index) => ColumnOf(month, index, known.GetValueOrDefault(month)))];
        Levels = [.. Marks.Select(part => new ChartMark(100 * (1 - part), Format.Percent(part * _top)))];
        var every = (int)Math.Ceiling(all.Count / (double)MostLabels);
        Labels = [.. all.Index().Where(month => month.Index % every == 0).Select(month => new ChartMark(
            100 * (month.Index + 0.5) / all.Count, all.Count > 12 ? Format.MonthNumber(month.Item) : Format.MonthOfYear(month.Item)))];
    }

    public IReadOnlyList<TimelineColumn> Columns { get; }

    public IReadOnlyList<ChartMark> Levels { get; }

    public IReadOnlyList<ChartMark> Labels { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Columns.Count * Step} {Height}");

    private TimelineColumn ColumnOf(DateOnly month, int index, MoodGroup? group)
    {
        var (parts, y) = (new List<TimelinePart>(), Height);
        foreach (var mood in group is null ? [] : MoodNames.Told)
        {
            var height = Height * group!.ShareOf(mood, _by) / _top;
            if (height <= 0) continue;
            y -= height;
            parts.Add(new TimelinePart(mood, (index * Step) + ((Step - Width) / 2), y, Width, height));
        }

        return new TimelineColumn($"{Format.Plain(Format.Month(month))}: {MoodGroup.Words(group, _by)}", parts);
    }

    /// <summary>The next step of a tenth above the highest column, so that the levels are round.</summary>
    private static double TopOf(double share) => Math.Max(0.1, Math.Ceiling(share * 10) / 10);
}

public sealed record TimelineColumn(string Words, IReadOnlyList<TimelinePart> Parts);

public sealed record TimelinePart(Mood Mood, double X, double Y, double Width, double Height);
