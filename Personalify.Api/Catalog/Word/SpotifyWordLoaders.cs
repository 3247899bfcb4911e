namespace Personalify.Api.Catalog.Word;

public static class SpotifyWordLoaders
{
    [DataLoader]
    public static Task<IReadOnlyDictionary<string, SpotifyTrack>> GetSpotifyTrackByIdAsync(
        IReadOnlyList<string> ids, CatalogCache cache, SpotifyWordStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(SpotifyWordEntries.Track, ids, store.FindTracksAsync, cancellationToken);

    /// <summary>By the ids of listeners' albums.</summary>
    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, SpotifyAlbum>> GetSpotifyAlbumOfAlbumAsync(
        IReadOnlyList<long> albums, CatalogCache cache, SpotifyWordStore store, CancellationToken cancellationToken) =>
        await OfEntriesAsync(
            await store.FindAlbumIdsAsync(albums, cancellationToken),
            ids => cache.ReadThroughAsync(SpotifyWordEntries.Album, ids, store.FindAlbumsAsync, cancellationToken));

    /// <summary>By the ids of listeners' artists.</summary>
    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, SpotifyArtist>> GetSpotifyArtistOfArtistAsync(
        IReadOnlyList<long> artists, CatalogCache cache, SpotifyWordStore store, CancellationToken cancellationToken) =>
        await OfEntriesAsync(
            await store.FindArtistIdsAsync(artists, cancellationToken),
            ids => cache.ReadThroughAsync(SpotifyWordEntries.Artist, ids, store.FindArtistsAsync, cancellationToken));

    private static async Task<IReadOnlyDictionary<long, T>> OfEntriesAsync<T>(
        IReadOnlyDictionary<long, string> spotifyIds, Func<IReadOnlyList<string>, Task<IReadOnlyDictionary<string, T>>> read)
    {
        if (spotifyIds.Count == 0) return new Dictionary<long, T>();
        var said = await read([.. spotifyIds.Values.Distinct()]);
        return spotifyIds.Where(pair => said.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => said[pair.Value]);
    }
}
