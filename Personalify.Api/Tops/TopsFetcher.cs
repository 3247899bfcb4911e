using Personalify.Api.Catalog;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Models;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>What was fetched of the lists of a time range; a list of which nothing was asked for is empty.</summary>
/// <param name="Lists">As the history would keep them.</param>
/// <param name="Artists">How much of the artists; the whole where Spotify has no second page.</param>
/// <param name="Tracks">How much of the tracks.</param>
public sealed record FetchedTops(TopLists Lists, TopExtent Artists, TopExtent Tracks)
{
    /// <summary>Whether it can be a run, which others are compared with.</summary>
    public bool IsWhole => Artists == TopExtent.Whole && Tracks == TopExtent.Whole;
}

/// <summary>Asks Spotify for the top lists of a time range and keeps what it says of the artists and tracks by the way.</summary>
public sealed class TopsFetcher(SpotifyCatalog catalog)
{
    /// <summary>Spotify has given out no more than this of a list, with pages that overlap at the fiftieth.</summary>
    public const int MostEntries = 99;

    /// <summary>What one request brings.</summary>
    public const int PageEntries = SpotifyUrls.MaxLimit;

    public async Task<FetchedTops> FetchAsync(SpotifyClient client, TimeRange range, TopsDemand demand, CancellationToken cancellationToken)
    {
        var listener = client.Personalization;
        var (artists, ofArtists) = await ListAsync(
            client, demand.Artists, () => listener.GetTopArtists(range, cancellationToken: cancellationToken), cancellationToken);
        var (tracks, ofTracks) = await ListAsync(
            client, demand.Tracks, () => listener.GetTopTracks(range, cancellationToken: cancellationToken), cancellationToken);
        await catalog.KeepAsync(artists, cancellationToken);
        await catalog.KeepAsync(tracks, cancellationToken);
        var genres = ofArtists == TopExtent.Whole ? TopGenres.Of(artists) : null;
        return new(new TopLists(range, Items(artists), Items(tracks), genres), ofArtists, ofTracks);
    }

    private static async Task<(List<T> Items, TopExtent Extent)> ListAsync<T>(
        SpotifyClient client, TopExtent wanted, Func<Task<Paging<T>>> ask, CancellationToken cancellationToken)
        where T : SpotifyItem
    {
        if (wanted == TopExtent.None) return ([], wanted);
        var first = await ask();
        var isWhole = wanted == TopExtent.Whole || first.Next is not { Length: > 0 };
        var all = (first.Items ?? []).OfType<T>().ToList();
        if (wanted == TopExtent.Whole) all = await client.Paginate(first, MostEntries, cancellationToken).ToListAsync(cancellationToken);
        return ([.. all.Where(item => item is { Id.Length: > 0, Name.Length: > 0 }).DistinctBy(item => item.Id)],
            isWhole ? TopExtent.Whole : TopExtent.FirstPage);
    }

    private static IReadOnlyList<TopItem> Items(IReadOnlyList<FullArtist> artists) => [.. artists.Select((artist, index) => new TopItem
    {
        Rank = index + 1, SpotifyId = artist.Id!, Name = artist.Name!, ImageUrl = Widest(artist.Images),
    })];

    private static IReadOnlyList<TopItem> Items(IReadOnlyList<FullTrack> tracks) => [.. tracks.Select((track, index) => new TopItem
    {
        Rank = index + 1,
        SpotifyId = track.Id!,
        Name = track.Name!,
        ImageUrl = Widest(track.Album?.Images),
        ArtistNames = [.. (track.Artists ?? []).Select(artist => artist?.Name).OfType<string>()],
        AlbumName = track.Album?.Name,
    })];

    private static string? Widest(IReadOnlyList<Image?>? images) => SpotifyCatalogRows.Widest(images);
}

/// <summary>Genres counted over artists.</summary>
public static class TopGenres
{
    /// <summary>Null when no artist comes with genres at all, as apps get them now; an empty list would say that there are none.</summary>
    public static IReadOnlyList<TopGenre>? Of(IEnumerable<FullArtist> artists)
    {
        var counted = artists.SelectMany(artist => (artist.Genres ?? []).OfType<string>().Where(genre => genre.Length > 0).Distinct())
            .GroupBy(genre => genre, StringComparer.Ordinal)
            .OrderByDescending(genre => genre.Count()).ThenBy(genre => genre.Key, StringComparer.Ordinal)
            .Select((genre, index) => new TopGenre(index + 1, genre.Key, genre.Count())).ToList();
        return counted.Count > 0 ? counted : null;
    }
}
