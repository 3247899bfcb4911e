namespace Personalify.Web.Statistics;

/// <summary>How each figure moved against the period before; nothing where that is not known.</summary>
public sealed class Comparison(TotalsBefore? before, string beforeName)
{
    public bool IsKnown => before is not null;

    public Trend? Listened(ListeningTotals now) => Between(before?.MsPlayed, now.MsPlayed, isCount: false);

    public Trend? Plays(ListeningTotals now) => Between(before?.Plays, now.Plays);

    public Trend? Artists(ListeningTotals now) => Between(before?.Artists, now.Artists);

    public Trend? ActiveDays(ListeningTotals now) => Between(before?.ActiveDays, now.ActiveDays);

    public Trend? LongestStreak(ListeningTotals now) =>
        before is null ? null : Trend.OfDays(before.LongestStreak?.Days ?? 0, now.LongestStreak?.Days ?? 0, beforeName);

    private Trend? Between(long? earlier, long now, bool isCount = true) =>
        earlier is { } known ? Trend.Between(known, now, beforeName, isCount) : null;
}
