namespace Personalify.Api.Catalog;

public static class CatalogLoaders
{
    [DataLoader(Lookups = [nameof(IdOf)])]
    public static Task<IReadOnlyDictionary<int, Artist>> GetArtistByIdAsync(
        IReadOnlyList<int> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Artist, ids, store.FindArtistsAsync, cancellationToken);

    [DataLoader(Lookups = [nameof(IdOf)])]
    public static Task<IReadOnlyDictionary<int, Album>> GetAlbumByIdAsync(
        IReadOnlyList<int> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Album, ids, store.FindAlbumsAsync, cancellationToken);

    [DataLoader(Lookups = [nameof(IdOf)])]
    public static Task<IReadOnlyDictionary<int, Track>> GetTrackByIdAsync(
        IReadOnlyList<int> ids, CatalogCache cache, CatalogStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(CatalogEntries.Track, ids, store.FindTracksAsync, cancellationToken);

    public static int IdOf(Artist artist) => artist.Id;

    public static int IdOf(Album album) => album.Id;

    public static int IdOf(Track track) => track.Id;
}
