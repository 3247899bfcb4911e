namespace Personalify.Domain.Listening;

/// <summary>The highest entries of many, without sorting the rest.</summary>
internal static class Ranking
{
    /// <param name="items">Sums, with free places (id 0) among them.</param>
    /// <param name="by">What decides.</param>
    /// <param name="first">How many entries at most.</param>
    public static IReadOnlyList<TopEntry> Top(ReadOnlySpan<ItemSum> items, TopOrder by, int first)
    {
        var order = by == TopOrder.Time ? ByTime : ByPlays;
        var lowestFirst = new PriorityQueue<ItemSum, ItemSum>(order);
        var least = long.MinValue;
        foreach (ref readonly var item in items)
        {
            // Most items are far from the top: one comparison is all they cost.
            if (item.Id == 0 || Measure(item, by) < least) continue;
            if (lowestFirst.Count < first) lowestFirst.Enqueue(item, item);
            else if (first > 0 && order.Compare(item, lowestFirst.Peek()) > 0) lowestFirst.DequeueEnqueue(item, item);
            if (lowestFirst.Count == first && first > 0) least = Measure(lowestFirst.Peek(), by);
        }

        var entries = new TopEntry[lowestFirst.Count];
        for (var rank = entries.Length; rank > 0; rank--)
        {
            var item = lowestFirst.Dequeue();
            entries[rank - 1] = new TopEntry(rank, item.Id, item.Plays, item.Milliseconds, item.Tracks);
        }

        return entries;
    }

    /// <summary>The rank of an item, without sorting: how many stand above it, and one. <c>null</c> when it has no play.</summary>
    public static int? RankOf(ReadOnlySpan<ItemSum> items, TopOrder by, int id)
    {
        if (Find(items, id) is not { } ranked) return null;
        var order = by == TopOrder.Time ? ByTime : ByPlays;
        var rank = 1;
        foreach (ref readonly var item in items) rank += item.Id != 0 && order.Compare(item, ranked) > 0 ? 1 : 0;
        return rank;
    }

    private static ItemSum? Find(ReadOnlySpan<ItemSum> items, int id)
    {
        foreach (ref readonly var item in items)
        {
            if (item.Id == id && id != 0) return item;
        }

        return null;
    }

    private static readonly Comparer<ItemSum> ByTime = Comparer<ItemSum>.Create(static (a, b) =>
        Compare(a.Milliseconds, b.Milliseconds, a.Plays, b.Plays, a.Id, b.Id));

    private static readonly Comparer<ItemSum> ByPlays = Comparer<ItemSum>.Create(static (a, b) =>
        Compare(a.Plays, b.Plays, a.Milliseconds, b.Milliseconds, a.Id, b.Id));

    private static long Measure(in ItemSum item, TopOrder by) => by == TopOrder.Time ? item.Milliseconds : item.Plays;

    private static int Compare(long first, long otherFirst, long second, long otherSecond, int id, int otherId) =>
        first != otherFirst ? first.CompareTo(otherFirst)
        : second != otherSecond ? second.CompareTo(otherSecond)
        : otherId.CompareTo(id);
}
