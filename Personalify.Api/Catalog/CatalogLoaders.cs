namespace Personalify.Api.Catalog;

public static class CatalogLoaders
{
    [DataLoader(Lookups = [nameof(IdOf)])]
    public static Task<IReadOnlyDictionary<long, Artist>> GetArtistByIdAsync(
        IReadOnlyList<long> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Artist, ids, store.FindArtistsAsync, cancellationToken);

    [DataLoader(Lookups = [nameof(IdOf)])]
    public static Task<IReadOnlyDictionary<long, Album>> GetAlbumByIdAsync(
        IReadOnlyList<long> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Album, ids, store.FindAlbumsAsync, cancellationToken);

    [DataLoader(Lookups = [nameof(IdOf)])]
    public static Task<IReadOnlyDictionary<long, Track>> GetTrackByIdAsync(
        IReadOnlyList<long> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Track, ids, store.FindTracksAsync, cancellationToken);

    public static long IdOf(Artist artist) => artist.Id;

    public static long IdOf(Album album) => album.Id;

    public static long IdOf(Track track) => track.Id;
}
