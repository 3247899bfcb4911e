using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Catalog;

public sealed class ArtistByIdDataLoader(CatalogCache cache, CatalogStore store, IBatchScheduler scheduler) : BatchDataLoader<int, Artist>(scheduler)
{
    protected override Task<IReadOnlyDictionary<int, Artist>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Artist, keys, store.FindArtistsAsync, cancellationToken);
}

public sealed class AlbumByIdDataLoader(CatalogCache cache, CatalogStore store, IBatchScheduler scheduler) : BatchDataLoader<int, Album>(scheduler)
{
    protected override Task<IReadOnlyDictionary<int, Album>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Album, keys, store.FindAlbumsAsync, cancellationToken);
}

public sealed class TrackByIdDataLoader(CatalogCache cache, CatalogStore store, IBatchScheduler scheduler) : BatchDataLoader<int, Track>(scheduler)
{
    protected override Task<IReadOnlyDictionary<int, Track>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Track, keys, store.FindTracksAsync, cancellationToken);
}

internal static class LoaderExtensions
{
    /// <summary>The values that there are; one that was removed since its id was found is left out.</summary>
    public static async Task<T[]> LoadFoundAsync<T>(this IDataLoader<int, T> loader, IReadOnlyList<int> ids, CancellationToken cancellationToken)
        where T : class => [.. (await loader.LoadAsync(ids, cancellationToken)).OfType<T>()];
}
