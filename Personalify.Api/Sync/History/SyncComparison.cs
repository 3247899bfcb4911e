using Personalify.Api.Spotify;
using Personalify.Domain.Sync;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Sync.History;

[GraphQLDescription("What changed in Spotify's top lists between two synchronizations.")]
public sealed record SyncComparison(
    [property: GraphQLDescription("The synchronization from which it is looked.")] SyncRun From,
    [property: GraphQLDescription("The synchronization that is looked at.")] SyncRun To,
    [property: GraphQLDescription("For each time range that both fetched.")] IReadOnlyList<SyncRangeComparison> TimeRanges)
{
    /// <exception cref="GraphQLException">One of them fetched no top lists, or they have no time range in common.</exception>
    public static SyncComparison Between(SyncRun from, SyncRun to)
    {
        if (from.Tops.Count == 0 || to.Tops.Count == 0) throw new GraphQLException(WithoutTops, SyncHistoryErrors.WithoutTops);
        var ranges = to.Tops.Join(from.Tops, later => later.TimeRange, earlier => earlier.TimeRange, (later, earlier) => Of(earlier, later))
            .OrderBy(range => range.TimeRange).ToList();
        return ranges.Count > 0 ? new SyncComparison(from, to, ranges) : throw new GraphQLException(NothingInCommon,
            SyncHistoryErrors.WithoutTops);
    }

    private const string WithoutTops =
        "One of the two synchronizations fetched no top lists, so there is nothing to compare. Choose two whose tops are not empty.";

    private const string NothingInCommon =
        "The two synchronizations fetched no time range in common, so there is nothing to compare. Choose two others.";

    private static SyncRangeComparison Of(TopLists from, TopLists to) =>
        new(to.TimeRange, SyncListChanges.Between(from.Artists, to.Artists), SyncListChanges.Between(from.Tracks, to.Tracks));
}

[GraphQLDescription("What changed in the top lists of a time range.")]
public sealed record SyncRangeComparison(
    [property: GraphQLDescription("Of the lists.")] TimeRange TimeRange,
    [property: GraphQLDescription("What changed among the artists.")] SyncListChanges Artists,
    [property: GraphQLDescription("What changed among the tracks.")] SyncListChanges Tracks);

[GraphQLDescription("What changed in a top list. Every entry of either list is in exactly one of the four.")]
public sealed record SyncListChanges(
    [property: GraphQLDescription("Only in the later list.")] IReadOnlyList<SyncRankChange> Entered,
    [property: GraphQLDescription("Only in the earlier list.")] IReadOnlyList<SyncRankChange> Left,
    [property: GraphQLDescription("In both, at different ranks.")] IReadOnlyList<SyncRankChange> Moved,
    [property: GraphQLDescription("In both, at the same rank.")] IReadOnlyList<SyncRankChange> Kept)
{
    internal static SyncListChanges Between(IReadOnlyList<TopItem> from, IReadOnlyList<TopItem> to)
    {
        var changes = RankComparison.Between(from, to, item => item.SpotifyId, item => item.Rank);
        return new SyncListChanges(Of(changes.Entered), Of(changes.Left), Of(changes.Moved), Of(changes.Kept));
    }

    private static IReadOnlyList<SyncRankChange> Of(IReadOnlyList<RankChange<TopItem>> changes) =>
        [.. changes.Select(change => new SyncRankChange(change.Item, change.FromRank, change.ToRank))];
}

[GraphQLDescription("An artist or a track with its places in two top lists.")]
public sealed record SyncRankChange(
    [property: GraphQLDescription("As the later list has it, or the earlier one where it left.")] TopItem Item,
    [property: GraphQLDescription("Its rank in the earlier list; null where it entered.")] int? FromRank,
    [property: GraphQLDescription("Its rank in the later list; null where it left.")] int? ToRank);
