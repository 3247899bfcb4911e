using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Personalify.Api.Data;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Catalog;

/// <summary>Entries from the record, one statement for any number of ids of a listener.</summary>
public sealed class CatalogStore(IDbContextFactory<PersonalifyDbContext> contexts)
{
    public Task<IReadOnlyList<Artist>> FindArtistsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        FindAsync<Artist>(
            ids, (listener, numbers) => artist => artist.UserId == listener && numbers.Contains(artist.Number), cancellationToken);

    public Task<IReadOnlyList<Album>> FindAlbumsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        FindAsync<Album>(
            ids, (listener, numbers) => album => album.UserId == listener && numbers.Contains(album.Number), cancellationToken);

    public Task<IReadOnlyList<Track>> FindTracksAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        FindAsync<Track>(
            ids, (listener, numbers) => track => track.UserId == listener && numbers.Contains(track.Number), cancellationToken);

    private async Task<IReadOnlyList<T>> FindAsync<T>(
        IReadOnlyCollection<long> ids, Func<int, int[], Expression<Func<T, bool>>> isWanted, CancellationToken cancellationToken)
        where T : class
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new List<T>(ids.Count);
        foreach (var listener in ids.GroupBy(CatalogId.ListenerOf, CatalogId.NumberOf))
            found.AddRange(await context.Set<T>().Where(isWanted(listener.Key, [.. listener])).ToListAsync(cancellationToken));
        return found;
    }
}
