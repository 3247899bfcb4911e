using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

public sealed record SyncCompareVariables(string From, string To);

public sealed record SyncCompareData(ViewerUser? Viewer, SyncCompareUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<SyncCompareVariables, SyncCompareData> Operation = new("SyncHistory/Compare");
}

public sealed record SyncCompareUser(SyncRunChoices? Comparable, SyncComparison? Compare);

public sealed record SyncComparison(SyncRunChoice From, SyncRunChoice To, IReadOnlyList<SyncRangeComparison> TimeRanges);

public sealed record SyncRangeComparison(TimeRange TimeRange, SyncListChanges Artists, SyncListChanges Tracks);

public sealed record SyncListChanges(
    IReadOnlyList<SyncRankChange> Entered, IReadOnlyList<SyncRankChange> Left, IReadOnlyList<SyncRankChange> Moved,
        IReadOnlyList<SyncRankChange> Kept);

public sealed record SyncRankChange(SyncTopItem Item, int? FromRank, int? ToRank);
