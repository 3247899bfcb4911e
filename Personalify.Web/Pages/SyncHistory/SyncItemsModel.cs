namespace Personalify.Web.Pages.SyncHistory;

/// <summary>A top list as a run fetched it.</summary>
public sealed record SyncItemsModel(IReadOnlyList<SyncTopItem> Items, bool AreTracks);

/// <summary>Some of the changes of a list, under a heading.</summary>
public sealed record SyncChangesModel(string Title, IReadOnlyList<SyncRankChange> Changes, bool AreTracks);
