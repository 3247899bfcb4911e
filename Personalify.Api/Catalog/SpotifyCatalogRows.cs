using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Catalog;

/// <summary>
/// Answers of Spotify as rows of its tables, each id once; what has no id or no name, such as a file of the listener's own, is left out.
/// </summary>
internal static class SpotifyCatalogRows
{
    public static List<Dictionary<string, object?>> Of(IEnumerable<FullTrack> tracks) => Rows(tracks, track => new()
    {
        ["artist_ids"] = Ids(track.Artists),
        ["artist_names"] = Names(track.Artists),
        ["album_id"] = track.Album?.Id,
        ["album_name"] = track.Album?.Name,
        ["image_url"] = Widest(track.Album?.Images),
        ["duration_ms"] = track.DurationMs,
        ["isrc"] = track.Isrc,
        ["disc_number"] = track.DiscNumber,
        ["track_number"] = track.TrackNumber,
        ["is_explicit"] = track.Explicit,
        ["popularity"] = track.Popularity,
        ["preview_url"] = track.PreviewUrl,
    });

    /// <summary>Tracks of an album, which do not name it themselves.</summary>
    public static List<Dictionary<string, object?>> Of(FullAlbum album, IEnumerable<SimpleTrack> tracks) => Rows(tracks, track => new()
    {
        ["artist_ids"] = Ids(track.Artists),
        ["artist_names"] = Names(track.Artists),
        ["album_id"] = album.Id,
        ["album_name"] = album.Name,
        ["image_url"] = Widest(album.Images),
        ["duration_ms"] = track.DurationMs,
        ["disc_number"] = track.DiscNumber,
        ["track_number"] = track.TrackNumber,
        ["is_explicit"] = track.Explicit,
    });

    public static List<Dictionary<string, object?>> Of(IEnumerable<SimpleAlbum> albums) => Rows(albums, album => new()
    {
        ["artist_ids"] = Ids(album.Artists),
        ["artist_names"] = Names(album.Artists),
        ["album_type"] = album.AlbumType,
        ["image_url"] = Widest(album.Images),
        ["release_date"] = album.ReleaseDate,
        ["release_date_precision"] = album.ReleaseDatePrecision,
        ["total_tracks"] = album.TotalTracks,
        ["upc"] = (album as FullAlbum)?.Upc,
    });

    public static List<Dictionary<string, object?>> Of(IEnumerable<FullArtist> artists) => Rows(artists, artist => new()
    {
        ["image_url"] = Widest(artist.Images),
        ["genres"] = artist.Genres?.OfType<string>().ToArray(),
        ["popularity"] = artist.Popularity,
    });

    public static string? Widest(IReadOnlyList<Image?>? images) => images?.FirstOrDefault(image => image?.Url is { Length: > 0 })?.Url;

    private static List<Dictionary<string, object?>> Rows<T>(IEnumerable<T> items, Func<T, Dictionary<string, object?>> fields)
        where T : SpotifyItem
    {
        var rows = new Dictionary<string, Dictionary<string, object?>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Id is { Length: > 0 } id && item.Name is { Length: > 0 } name && rows.TryAdd(id, fields(item)))
                (rows[id]["spotify_id"], rows[id]["name"]) = (id, name);
        }

        return [.. rows.Values];
    }

    private static string[] Ids(IReadOnlyList<SimpleArtist?>? artists) => [.. Known(artists).Select(artist => artist.Id!)];

    private static string[] Names(IReadOnlyList<SimpleArtist?>? artists) => [.. Known(artists).Select(artist => artist.Name!)];

    private static IEnumerable<SimpleArtist> Known(IReadOnlyList<SimpleArtist?>? artists) =>
        (artists ?? []).OfType<SimpleArtist>().Where(artist => artist is { Id: not null, Name: not null });
}
