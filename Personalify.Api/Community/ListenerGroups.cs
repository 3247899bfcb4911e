namespace Personalify.Api.Community;

/// <summary>What one listener of the community has heard. It is never shown by itself.</summary>
internal sealed record RankedListener(int UserId, long Plays, long MsPlayed);

/// <summary>
/// Puts listeners who follow one another in a ranking together, so that each group has at least the minimum and shows averages only, to two
/// digits: exact ones would tell, looked at again and again, how much one of the group has heard since.
/// </summary>
internal static class ListenerGroups
{
    /// <param name="ranking">From the top, one group more than is wanted, or all that there are.</param>
    public static IReadOnlyList<CommunityListeners> Of(IReadOnlyList<RankedListener> ranking, int minimum, int first, int viewer)
    {
        var groups = new List<CommunityListeners>();
        for (var start = 0; groups.Count < first && ranking.Count - start >= minimum;)
        {
            var isLast = ranking.Count - start < 2 * minimum; // The rest is too small for a group of its own.
            var size = isLast ? ranking.Count - start : minimum;
            groups.Add(GroupOf([.. ranking.Skip(start).Take(size)], start + 1, viewer));
            start += size;
        }

        return groups;
    }

    private static CommunityListeners GroupOf(IReadOnlyList<RankedListener> listeners, int rank, int viewer) => new(
        rank, rank + listeners.Count - 1, Rounding.ToTwoDigits(listeners.Average(listener => (decimal)listener.Plays)),
        Rounding.ToTwoDigits(listeners.Average(listener => (decimal)listener.MsPlayed)),
        listeners.Any(listener => listener.UserId == viewer));
}
