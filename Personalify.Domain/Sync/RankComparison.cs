namespace Personalify.Domain.Sync;

/// <summary>An entry of one or both of two ranked lists. A rank is null in the list where it is not.</summary>
/// <param name="Item">As the later list has it, or the earlier one where it left.</param>
/// <param name="FromRank">Its place in the earlier list.</param>
/// <param name="ToRank">Its place in the later list.</param>
/// <typeparam name="T">What is ranked.</typeparam>
public sealed record RankChange<T>(T Item, int? FromRank, int? ToRank);

/// <summary>What became of a ranked list. Every entry of either list is in exactly one of the four.</summary>
/// <param name="Entered">Only in the later list, by its ranks.</param>
/// <param name="Left">Only in the earlier list, by its ranks.</param>
/// <param name="Moved">In both at different ranks, by those of the later list.</param>
/// <param name="Kept">In both at the same rank.</param>
/// <typeparam name="T">What is ranked.</typeparam>
public sealed record RankComparison<T>(
    IReadOnlyList<RankChange<T>> Entered, IReadOnlyList<RankChange<T>> Left, IReadOnlyList<RankChange<T>> Moved,
        IReadOnlyList<RankChange<T>> Kept);

/// <summary>Compares two ranked lists by what identifies their entries.</summary>
public static class RankComparison
{
    /// <summary>Where a list names the same entry twice, its better rank counts.</summary>
    public static RankComparison<T> Between<T>(
        IReadOnlyList<T> from, IReadOnlyList<T> to, Func<T, string> keyOf, Func<T, int> rankOf)
    {
        var (before, after) = (ByKey(from, keyOf, rankOf), ByKey(to, keyOf, rankOf));
        var changes = after.Select(entry => new RankChange<T>(
            entry.Value, before.TryGetValue(entry.Key, out var earlier) ? rankOf(earlier) : null, rankOf(entry.Value))).ToLookup(KindOf);
        var left = before.Where(entry => !after.ContainsKey(entry.Key))
            .Select(entry => new RankChange<T>(entry.Value, rankOf(entry.Value), null));
        return new RankComparison<T>(
            Sorted(changes[Kind.Entered]), [.. left.OrderBy(change => change.FromRank)], Sorted(changes[Kind.Moved]),
            Sorted(changes[Kind.Kept]));
    }

    private static Dictionary<string, T> ByKey<T>(IReadOnlyList<T> list, Func<T, string> keyOf, Func<T, int> rankOf) =>
        list.GroupBy(keyOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MinBy(rankOf)!, StringComparer.Ordinal);

    private static Kind KindOf<T>(RankChange<T> change) =>
        change.FromRank is null ? Kind.Entered : change.FromRank == change.ToRank ? Kind.Kept : Kind.Moved;

    private static List<RankChange<T>> Sorted<T>(IEnumerable<RankChange<T>> changes) => [.. changes.OrderBy(change => change.ToRank)];

    private enum Kind
    {
        Entered,
        Moved,
        Kept,
    }
}
