using Personalify.Benchmarks.Music.Stores;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Benchmarks.Music.Schema;

internal sealed class CachedTopDataLoader(MusicCache cache, IBatchScheduler scheduler) : CacheDataLoader<(int User, TimeRange Range), TopIds>(scheduler)
{
    protected override Task<TopIds?> LoadSingleAsync((int User, TimeRange Range) key, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        return cache.TopAsync(key.User, key.Range).AsTask();
    }
}

internal sealed class CachedTrackByIdDataLoader(MusicCache cache, IBatchScheduler scheduler) : BatchDataLoader<int, CachedTrack>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<int, CachedTrack>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        return (await cache.TracksAsync(keys)).ToDictionary(track => track.Id, track => new CachedTrack(track));
    }
}

internal sealed class CachedAlbumByIdDataLoader(MusicCache cache, IBatchScheduler scheduler) : BatchDataLoader<int, Named>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<int, Named>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        return (await cache.AlbumsAsync(keys)).ToDictionary(album => album.Id);
    }
}

internal sealed class CachedArtistByIdDataLoader(MusicCache cache, IBatchScheduler scheduler) : BatchDataLoader<int, Artist>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<int, Artist>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        return (await cache.ArtistsAsync(keys)).ToDictionary(artist => artist.Id);
    }
}
