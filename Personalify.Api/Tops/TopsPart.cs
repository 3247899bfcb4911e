using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>Top artists and tracks for the three time ranges: six questions, unless Spotify has further pages.</summary>
internal sealed class TopsPart(TopsFetcher fetcher, TopsStore store, TopsCache cache, TimeProvider time) : ISyncPart
{
    public SyncPart Part => SyncPart.TopLists;

    public IReadOnlyList<string> Scopes { get; } = [Spotify.Scopes.UserTopRead];

    public async Task<SyncPartResult> RunAsync(SyncContext context, CancellationToken cancellationToken)
    {
        var (all, fetched, added) = (new List<TopLists>(), 0, 0);
        foreach (var range in Enum.GetValues<TimeRange>())
        {
            var (lists, _, _) = await fetcher.FetchAsync(context.Client, range, TopsDemand.All, cancellationToken);
            if (await KeepAsync(context, lists, cancellationToken) is not { } entered) break;
            all.Add(lists);
            added += entered;
            context.Fetched(fetched += lists.Artists.Count + lists.Tracks.Count);
        }

        return new SyncPartResult(fetched, added, 0) { Tops = all };
    }

    /// <summary>How many entries were not in the lists before; null when the listener has disconnected meanwhile.</summary>
    private async Task<int?> KeepAsync(SyncContext context, TopLists lists, CancellationToken cancellationToken)
    {
        if (!await store.SaveAsync(context.Connection, context.RunId, time.GetUtcNow(), lists, cancellationToken)) return null;
        var spotifyId = context.Connection.SpotifyId;
        if (await store.FindAsync(context.UserId, spotifyId, lists.TimeRange, TopsDemand.All, cancellationToken) is not { } tops) return 0;
        await cache.ReplaceAsync(spotifyId, tops, cancellationToken);
        return tops.Artists.Concat(tops.Tracks).Count(entry => entry.Movement is null or { Kind: MovementKind.Entered });
    }
}
