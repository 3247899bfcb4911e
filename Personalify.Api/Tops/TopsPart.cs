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
        var (all, fetched) = (new List<TopLists>(), 0);
        foreach (var range in Enum.GetValues<TimeRange>())
        {
            var lists = await fetcher.FetchAsync(context.Client, range, cancellationToken);
            if (!await KeepAsync(context, lists, cancellationToken)) break;
            all.Add(lists);
            context.Fetched(fetched += lists.Artists.Count + lists.Tracks.Count);
        }

        return new SyncPartResult(fetched, fetched, 0) { Tops = all };
    }

    private async Task<bool> KeepAsync(SyncContext context, TopLists lists, CancellationToken cancellationToken)
    {
        if (!await store.SaveAsync(context.Connection, context.RunId, time.GetUtcNow(), lists, cancellationToken)) return false;
        var spotifyId = context.Connection.SpotifyId;
        if (await store.FindAsync(context.UserId, spotifyId, lists.TimeRange, cancellationToken) is { } tops)
            await cache.ReplaceAsync(spotifyId, tops, cancellationToken);
        return true;
    }
}
