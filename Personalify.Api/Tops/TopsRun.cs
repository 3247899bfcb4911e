using Personalify.Api.Access.Connections;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>The run that one fetch of one time range is.</summary>
internal static class TopsRun
{
    /// <summary>With the lists if both are whole; else with a sentence that says what was fetched.</summary>
    public static SyncRun Of(
        SpotifyConnection connection, FetchedTops fetched, DateTimeOffset started, DateTimeOffset finished, int requests)
    {
        var count = fetched.Lists.Artists.Count + fetched.Lists.Tracks.Count;
        var message = fetched.IsWhole ? null : SentenceOf(fetched);
        return new SyncRun
        {
            Id = Guid.CreateVersion7(started),
            UserId = connection.UserId,
            SpotifyId = connection.SpotifyId,
            StartedAt = started,
            FinishedAt = finished,
            Status = SyncRunStatus.Completed,
            Trigger = SyncTrigger.Listener,
            Parts = [new(SyncPart.TopLists, SyncPartStatus.Completed, count, fetched.IsWhole ? count : 0, 0, requests, message)],
            Tops = fetched.IsWhole ? [fetched.Lists] : [],
        };
    }

    private static string SentenceOf(FetchedTops fetched) => (fetched.Artists, fetched.Tracks) switch
    {
        (_, TopExtent.None) => "Only top artists of one time range were asked for, so these lists stand in no comparison.",
        (TopExtent.None, _) => "Only top tracks of one time range were asked for, so these lists stand in no comparison.",
        _ => "Only the beginning of the top lists of one time range was asked for, so they stand in no comparison.",
    };
}
