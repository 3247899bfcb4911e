using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Catalog;

public static class CatalogLoaders
{
    [DataLoader]
    public static Task<IReadOnlyDictionary<int, Artist>> GetArtistByIdAsync(
        IReadOnlyList<int> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Artist, ids, store.FindArtistsAsync, cancellationToken);

    [DataLoader]
    public static Task<IReadOnlyDictionary<int, Album>> GetAlbumByIdAsync(
        IReadOnlyList<int> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Album, ids, store.FindAlbumsAsync, cancellationToken);

    [DataLoader]
    public static Task<IReadOnlyDictionary<int, Track>> GetTrackByIdAsync(
        IReadOnlyList<int> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Track, ids, store.FindTracksAsync, cancellationToken);
}

internal static class LoaderExtensions
{
    /// <summary>The values that there are; one that was removed since its id was found is left out.</summary>
    public static async Task<T[]> LoadFoundAsync<T>(this IDataLoader<int, T> loader, IReadOnlyList<int> ids, CancellationToken cancellationToken)
        where T : class => [.. (await loader.LoadAsync(ids, cancellationToken)).OfType<T>()];
}
