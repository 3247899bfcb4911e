using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

public sealed record SyncHistoryData(ViewerUser? Viewer, SyncHistoryUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<PageVariables, SyncHistoryData> Operation = new("SyncHistory/Index");
}

public sealed record SyncHistoryUser(SyncHistoryRuns? SyncHistory, SyncRunChoices? Comparable, SyncAtWork? CurrentSync = null);

/// <summary>A synchronization that waits or works.</summary>
public sealed record SyncAtWork(SyncState Status);

public sealed record SyncHistoryRuns(IReadOnlyList<SyncRunSummary>? Nodes, PageInfo PageInfo, int TotalCount);

public sealed record SyncRunSummary(
    string Id, DateTimeOffset StartedAt, SyncRunStatus Status, SyncTrigger Trigger, IReadOnlyList<SyncPartSummary> Parts);

public sealed record SyncPartSummary(SyncPart Part, SyncPartStatus Status, int Fetched, int Added, string? Message = null);

public sealed record SyncRunChoices(IReadOnlyList<SyncRunChoice>? Nodes);

/// <summary>A run with top lists, which can be compared.</summary>
public sealed record SyncRunChoice(string Id, DateTimeOffset StartedAt);

public sealed record SyncChoicesData(ViewerUser? Viewer, SyncChoicesUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<NoVariables, SyncChoicesData> Operation = new("SyncHistory/Choices");
}

public sealed record SyncChoicesUser(SyncRunChoices? Comparable);
