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

// MGET answers in the order of its keys, so that its values are the results as they are: no dictionary stands between.
internal sealed class CachedTrackByIdDataLoader(MusicCache cache, IBatchScheduler scheduler) : DataLoaderBase<int, CachedTrack>(scheduler)
{
    protected override async Task FetchAsync(
        IReadOnlyList<int> keys, Memory<Result<CachedTrack>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        var found = await cache.TracksAsync(keys);
        for (var i = 0; i < found.Length; i++) results.Span[i] = Result.Found(new CachedTrack(found[i]));
    }
}

internal sealed class CachedAlbumByIdDataLoader(MusicCache cache, IBatchScheduler scheduler) : DataLoaderBase<int, Named>(scheduler)
{
    protected override async Task FetchAsync(
        IReadOnlyList<int> keys, Memory<Result<Named>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        var found = await cache.AlbumsAsync(keys);
        for (var i = 0; i < found.Length; i++) results.Span[i] = Result.Found(found[i]);
    }
}

internal sealed class CachedArtistByIdDataLoader(MusicCache cache, IBatchScheduler scheduler) : DataLoaderBase<int, Artist>(scheduler)
{
    protected override async Task FetchAsync(
        IReadOnlyList<int> keys, Memory<Result<Artist>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        var found = await cache.ArtistsAsync(keys);
        for (var i = 0; i < found.Length; i++) results.Span[i] = Result.Found(found[i]);
    }
}
