namespace Personalify.Web.Statistics;

/// <summary>How each figure moved against the period before; nothing where that is not known.</summary>
public sealed class Comparison(TotalsBefore? before, string beforeName)
{
    public bool IsKnown => before is not null;

    public Trend? Listened(ListeningTotals now) => Between(before?.MsPlayed, now.MsPlayed, "more", "less");

    public Trend? Plays(ListeningTotals now) => Between(before?.Plays, now.Plays, "more", "fewer");

    public Trend? Artists(ListeningTotals now) => Between(before?.Artists, now.Artists, "more", "fewer");

    public Trend? ActiveDays(ListeningTotals now) => Between(before?.ActiveDays, now.ActiveDays, "more", "fewer");

    public Trend? LongestStreak(ListeningTotals now) =>
        before is null ? null : Trend.OfDays(before.LongestStreak?.Days ?? 0, now.LongestStreak?.Days ?? 0, beforeName);

    private Trend? Between(long? earlier, long now, string more, string less) =>
        earlier is { } known ? Trend.Between(known, now, more, less, beforeName) : null;
}
