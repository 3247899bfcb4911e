using Personalify.Api.Caching;

namespace Personalify.Api.Catalog;

/// <summary>Artists, albums and tracks before the record: what the cache lacks is read from the store at once and written back at once.</summary>
public sealed class CatalogCache(IEntityCache cache)
{
    public async Task<IReadOnlyDictionary<int, T>> ReadThroughAsync<T>(
        CatalogEntry<T> entry,
        IReadOnlyList<int> ids,
        Func<IReadOnlyCollection<int>, CancellationToken, Task<IReadOnlyList<T>>> find,
        CancellationToken cancellationToken)
        where T : class
    {
        var payloads = await cache.ReadAsync([.. ids.Select(entry.Key)], cancellationToken);
        var entities = payloads.Select(entry.Read).OfType<T>().ToDictionary(entry.IdOf);
        int[] missing = [.. ids.Where(id => !entities.ContainsKey(id))];
        if (missing.Length == 0) return entities;
        var found = await find(missing, cancellationToken);
        await cache.WriteAsync(found.ToDictionary(entity => entry.Key(entry.IdOf(entity)), entry.Write), cancellationToken);
        foreach (var entity in found) entities[entry.IdOf(entity)] = entity;
        return entities;
    }

    /// <summary>To be called after the commit that changed them; from then on nobody reads the old names from the cache.</summary>
    public Task ForgetAsync(IEnumerable<int> artists, IEnumerable<int> albums, IEnumerable<int> tracks, CancellationToken cancellationToken) =>
        cache.ForgetAsync(
            [.. artists.Select(CatalogEntries.Artist.Key), .. albums.Select(CatalogEntries.Album.Key), .. tracks.Select(CatalogEntries.Track.Key)],
            cancellationToken);
}
