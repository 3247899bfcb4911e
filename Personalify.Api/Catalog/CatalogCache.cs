using Personalify.Api.Caching;
using Personalify.Api.Moods;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Catalog;

/// <summary>
/// Artists, albums and tracks before the record: what the cache lacks is read from the store at once and written back at once.
/// </summary>
public sealed class CatalogCache(IEntityCache cache)
{
    public async Task<IReadOnlyDictionary<TId, T>> ReadThroughAsync<TId, T>(
        CatalogEntry<TId, T> entry,
        IReadOnlyList<TId> ids,
        Func<IReadOnlyCollection<TId>, CancellationToken, Task<IReadOnlyList<T>>> find,
        CancellationToken cancellationToken)
        where TId : notnull
        where T : class
    {
        var payloads = await cache.ReadAsync([.. ids.Select(entry.Key)], cancellationToken);
        var entities = payloads.Select(entry.Read).OfType<T>().ToDictionary(entry.IdOf);
        TId[] missing = [.. ids.Where(id => !entities.ContainsKey(id))];
        if (missing.Length == 0) return entities;
        var found = await find(missing, cancellationToken);
        await cache.WriteAsync(found.ToDictionary(entity => entry.Key(entry.IdOf(entity)), entry.Write), cancellationToken);
        foreach (var entity in found) entities[entry.IdOf(entity)] = entity;
        return entities;
    }

    /// <summary>Call it after Spotify has said something new, or what it said was removed.</summary>
    public Task ForgetAsync<T>(CatalogEntry<string, T> entry, IEnumerable<string> ids, CancellationToken cancellationToken)
        where T : class =>
        cache.ForgetAsync([.. ids.Select(entry.Key)], cancellationToken);

    /// <summary>Call it after a mood of the tracks was told, corrected or taken back.</summary>
    public Task ForgetMoodsAsync(IEnumerable<long> tracks, CancellationToken cancellationToken) =>
        cache.ForgetAsync([.. tracks.Select(MoodEntries.Track.Key)], cancellationToken);

    /// <summary>
    /// Call it after the commit that changed or removed entries of a listener; from then on their former names are not read from the cache.
    /// </summary>
    public Task ForgetAsync(
        int userId, IEnumerable<int> artists, IEnumerable<int> albums, IEnumerable<int> tracks, CancellationToken cancellationToken) =>
        cache.ForgetAsync(
            [
                .. artists.Select(number => CatalogEntries.Artist.Key(CatalogId.Of(userId, number))),
                .. albums.Select(number => CatalogEntries.Album.Key(CatalogId.Of(userId, number))),
                .. tracks.Select(number => CatalogEntries.Track.Key(CatalogId.Of(userId, number))),
                .. tracks.Select(number => MoodEntries.Track.Key(CatalogId.Of(userId, number))),
            ],
            cancellationToken);
}
