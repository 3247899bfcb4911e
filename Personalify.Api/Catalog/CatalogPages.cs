using Microsoft.EntityFrameworkCore;
using Personalify.Api.Data;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Catalog;

/// <summary>
/// Pages of what a listener has of an artist or an album, by name; a level of such lists is one statement for each listener.
/// </summary>
public static class CatalogPages
{
    [DataLoader]
    public static Task<IReadOnlyDictionary<long, Page<Track>>> GetTracksByArtistAsync(
        IReadOnlyList<long> artists, PagingArguments paging, IDbContextFactory<PersonalifyDbContext> contexts,
        CancellationToken cancellationToken) =>
        ReadAsync(artists, contexts, (context, listener, numbers) => context.Set<Track>()
            .Where(track => track.UserId == listener && numbers.Contains(track.ArtistNumber))
            .OrderBy(track => track.SearchKey).ThenBy(track => track.Number)
            .ToBatchPageAsync(track => track.ArtistNumber, paging, cancellationToken: cancellationToken), cancellationToken);

    [DataLoader]
    public static Task<IReadOnlyDictionary<long, Page<Album>>> GetAlbumsByArtistAsync(
        IReadOnlyList<long> artists, PagingArguments paging, IDbContextFactory<PersonalifyDbContext> contexts,
        CancellationToken cancellationToken) =>
        ReadAsync(artists, contexts, (context, listener, numbers) => context.Set<Album>()
            .Where(album => album.UserId == listener && numbers.Contains(album.ArtistNumber))
            .OrderBy(album => album.SearchKey).ThenBy(album => album.Number)
            .ToBatchPageAsync(album => album.ArtistNumber, paging, cancellationToken: cancellationToken), cancellationToken);

    [DataLoader]
    public static Task<IReadOnlyDictionary<long, Page<Track>>> GetTracksByAlbumAsync(
        IReadOnlyList<long> albums, PagingArguments paging, IDbContextFactory<PersonalifyDbContext> contexts,
        CancellationToken cancellationToken) =>
        ReadAsync(albums, contexts, (context, listener, numbers) => context.Set<Track>()
            .Where(track => track.UserId == listener && track.AlbumNumber != null && numbers.Contains(track.AlbumNumber.Value))
            .OrderBy(track => track.SearchKey).ThenBy(track => track.Number)
            .ToBatchPageAsync(track => track.AlbumNumber!.Value, paging, cancellationToken: cancellationToken), cancellationToken);

    private static async Task<IReadOnlyDictionary<long, Page<T>>> ReadAsync<T>(
        IReadOnlyList<long> ids,
        IDbContextFactory<PersonalifyDbContext> contexts,
        Func<PersonalifyDbContext, int, int[], Task<Dictionary<int, Page<T>>>> read,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pages = new Dictionary<long, Page<T>>();
        foreach (var listener in ids.GroupBy(CatalogId.ListenerOf, CatalogId.NumberOf))
        {
            foreach (var (number, page) in await read(context, listener.Key, [.. listener]))
                pages[CatalogId.Of(listener.Key, number)] = page;
        }

        return pages;
    }
}
