using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Shows;

/// <summary>What podcasts and audiobooks add up to, and how each figure moved against the period before.</summary>
public static class ShowFigures
{
    private static readonly Texts Text = Texts.Of(typeof(ShowFigures));

    public static IEnumerable<FigureModel> Of(SpokenWordTotals now, SpokenWordTotals? before, string beforeName)
    {
        var (number, unit) = Format.Whole(now.MsPlayed);
        yield return new(Text["Listened"], number, unit)
        {
            Trend = before is null ? null : Trend.Between(before.MsPlayed, now.MsPlayed, beforeName, isCount: false),
            Note = Format.Count(now.Plays, "play", "plays"),
        };
        if (now.Episodes > 0) yield return Counted(Text["Podcasts"], now.Shows, before?.Shows, beforeName);
        if (now.Episodes > 0) yield return Counted(Text["Episodes"], now.Episodes, before?.Episodes, beforeName);
        if (now.Chapters == 0) yield break;
        yield return Counted(Text["Audiobooks"], now.Audiobooks, before?.Audiobooks, beforeName) with
        {
            Note = Format.Count(now.Chapters, "chapter", "chapters"),
        };
    }

    private static FigureModel Counted(string title, int now, int? before, string beforeName) => new(title, Format.Number(now))
    {
        Trend = before is { } known ? Trend.Between(known, now, beforeName) : null,
    };
}
