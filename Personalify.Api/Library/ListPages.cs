using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Library;

/// <summary>A page of a list, whichever way Spotify counts it.</summary>
/// <param name="Items">Null when the answer has none, which is not the same as an empty page.</param>
/// <param name="IsLast">Whether Spotify names no further page.</param>
/// <param name="Position">How far the list was read with it.</param>
/// <param name="Total">How long the list is, where Spotify says so.</param>
internal sealed record ListPage<T>(IReadOnlyList<T?>? Items, bool IsLast, int Position, int? Total);

/// <summary>One reading of a list from its beginning: each call gives its next page.</summary>
internal delegate Task<ListPage<T>> ListPages<T>(CancellationToken cancellationToken);

internal static class ListPagesOf
{
    /// <summary>An own offset, because a page may hold fewer entries than Spotify counted for it.</summary>
    public static ListPages<T> Offsets<T>(Func<int, CancellationToken, Task<Paging<T>>> fetch)
    {
        var offset = 0;
        return async cancellationToken =>
        {
            var page = await fetch(offset, cancellationToken);
            offset += page.Limit is > 0 and var limit ? limit : SpotifyUrls.MaxLimit;
            return new ListPage<T>(page.Items, page.Next is null, offset, page.Total);
        };
    }

    public static ListPages<FullArtist> Artists(FollowClient follow)
    {
        string? after = null;
        var position = 0;
        return async cancellationToken =>
        {
            var page = (await follow.OfCurrentUser(after, cancellationToken: cancellationToken)).Artists;
            position += page?.Limit is > 0 and var limit ? limit : SpotifyUrls.MaxLimit;
            var last = page?.Cursors?.After ?? (page?.Items is [.., var end] ? end?.Id : null);
            var isLast = page?.Next is null || last is null || last == after;
            after = last;
            return new ListPage<FullArtist>(page?.Items, isLast, position, page?.Total);
        };
    }
}
