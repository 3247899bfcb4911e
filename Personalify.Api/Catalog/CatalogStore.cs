using Microsoft.EntityFrameworkCore;
using Personalify.Api.Data;

namespace Personalify.Api.Catalog;

/// <summary>Entities from the record, one statement for any number of ids.</summary>
public sealed class CatalogStore(IDbContextFactory<PersonalifyDbContext> contexts)
{
    public async Task<IReadOnlyList<Artist>> FindArtistsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Artist>().Where(artist => ids.Contains(artist.Id)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Album>> FindAlbumsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Album>().Where(album => ids.Contains(album.Id)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Track>> FindTracksAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Track>().Where(track => ids.Contains(track.Id)).ToListAsync(cancellationToken);
    }
}
