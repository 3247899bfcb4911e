using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

public sealed record SyncRunVariables(string Id);

public sealed record SyncRunData(ViewerUser? Viewer, SyncRunUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<SyncRunVariables, SyncRunData> Operation = new("SyncHistory/Run");
}

public sealed record SyncRunUser(SyncRun? SyncRun);

/// <summary>One synchronization and what it fetched.</summary>
public sealed record SyncRun(
    string Id, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, long DurationMs, SyncRunStatus Status, SyncTrigger Trigger,
    IReadOnlyList<SyncPartReport> Parts, IReadOnlyList<SyncTopLists> Tops);

public sealed record SyncPartReport(SyncPart Part, SyncPartStatus Status, int Fetched, int Added, int Removed, int Requests,
    string? Message);

public sealed record SyncTopLists(
    TimeRange TimeRange, IReadOnlyList<SyncTopItem> Artists, IReadOnlyList<SyncTopItem> Tracks, IReadOnlyList<SyncTopGenre>? Genres);

public sealed record SyncTopItem(
    int Rank, string SpotifyId, string Name, string? ImageUrl, IReadOnlyList<string> ArtistNames, string? AlbumName);

public sealed record SyncTopGenre(int Rank, string Name, int Artists);
