using Personalify.Api.Catalog;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Models;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>Asks Spotify for the top lists of a time range and keeps what it says of the artists and tracks by the way.</summary>
public sealed class TopsFetcher(SpotifyCatalog catalog)
{
    /// <summary>Spotify has given out no more than this of a list, with pages that overlap at the fiftieth.</summary>
    public const int MostEntries = 99;

    public async Task<TopLists> FetchAsync(SpotifyClient client, TimeRange range, CancellationToken cancellationToken)
    {
        var artists = await AllAsync(client, await client.Personalization.GetTopArtists(range, cancellationToken: cancellationToken),
            cancellationToken);
        var tracks = await AllAsync(client, await client.Personalization.GetTopTracks(range, cancellationToken: cancellationToken),
            cancellationToken);
        await catalog.KeepAsync(artists, cancellationToken);
        await catalog.KeepAsync(tracks, cancellationToken);
        return new TopLists(range, Items(artists), Items(tracks), TopGenres.Of(artists));
    }

    private static async Task<List<T>> AllAsync<T>(SpotifyClient client, Paging<T> first, CancellationToken cancellationToken)
        where T : SpotifyItem
    {
        var all = new List<T>();
        await foreach (var item in client.Paginate(first, MostEntries, cancellationToken)) all.Add(item);
        return [.. all.Where(item => item is { Id.Length: > 0, Name.Length: > 0 }).DistinctBy(item => item.Id)];
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
