using Personalify.Benchmarks.Music.Stores;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Benchmarks.Music.Schema;

/// <summary>
/// A loader of whole results: whoever wants to send a statement loads it here, other loaders included, so that what is due at one time goes in
/// one round trip.
/// </summary>
internal sealed class StatementDataLoader(MusicStore store, IBatchScheduler scheduler) : DataLoaderBase<Statement, object>(scheduler)
{
    public async Task<List<T>> QueryAsync<T>(Statement<T> statement) => (List<T>)await LoadRequiredAsync(statement);

    protected override async Task FetchAsync(
        IReadOnlyList<Statement> keys, Memory<Result<object>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
    {
        Counters.CountBatch();
        var found = await store.QueryAsync(keys);
        for (var i = 0; i < found.Length; i++) results.Span[i] = Result.Found<object>(found[i]);
    }
}

internal sealed class TrackByIdDataLoader(StatementDataLoader statements, IBatchScheduler scheduler) : BatchDataLoader<int, Track>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<int, Track>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        (await statements.QueryAsync(MusicStore.Tracks([.. keys]))).ToDictionary(track => track.Id);
}

internal sealed class AlbumByIdDataLoader(StatementDataLoader statements, IBatchScheduler scheduler) : BatchDataLoader<int, Named>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<int, Named>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        (await statements.QueryAsync(MusicStore.Albums([.. keys]))).ToDictionary(album => album.Id);
}

internal sealed class ArtistByIdDataLoader(StatementDataLoader statements, IBatchScheduler scheduler) : BatchDataLoader<int, Artist>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<int, Artist>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        (await statements.QueryAsync(MusicStore.Artists([.. keys]))).ToDictionary(artist => artist.Id);
}

internal sealed class ArtistsByTrackIdDataLoader(StatementDataLoader statements, IBatchScheduler scheduler) : GroupedDataLoader<int, Artist>(scheduler)
{
    protected override async Task<ILookup<int, Artist>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        (await statements.QueryAsync(MusicStore.TrackArtists([.. keys]))).ToLookup(entry => entry.Track, entry => entry.Artist);
}
