using Personalify.Api.Access.Connections;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>The run that one fetch of one time range is.</summary>
internal static class TopsRun
{
    public static SyncRun Of(SpotifyConnection connection, TopLists lists, DateTimeOffset started, DateTimeOffset finished, int requests)
    {
        var fetched = lists.Artists.Count + lists.Tracks.Count;
        return new SyncRun
        {
            Id = Guid.CreateVersion7(started),
            UserId = connection.UserId,
            SpotifyId = connection.SpotifyId,
            StartedAt = started,
            FinishedAt = finished,
            Status = SyncRunStatus.Completed,
            Trigger = SyncTrigger.Listener,
            Parts = [new(SyncPart.TopLists, SyncPartStatus.Completed, fetched, fetched, 0, requests, null)],
            Tops = [lists],
        };
    }
}
