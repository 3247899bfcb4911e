using Personalify.Web.Api;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Library;

/// <summary>An entry of any list, as the page and the file show it.</summary>
public sealed record LibraryRow(string Name, string? Url)
{
    private static readonly Texts Text = Texts.Of(typeof(LibraryRow));

    public string? By { get; init; }

    public string? PartOf { get; init; }

    public DateTimeOffset? AddedAt { get; init; }

    public int? DurationMs { get; init; }

    public int? Count { get; init; }

    /// <summary>What stands at the end: a length, or how many there are.</summary>
    public string? Value { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>The place of it here.</summary>
    public string? Href { get; init; }

    /// <summary>Spotify gives no name to what was taken down.</summary>
    public string ShownName => Name.Length > 0 ? Name : Text["Without a name"];

    public string Detail => string.Join(" · ", new[] { By, PartOf }.Where(part => part is { Length: > 0 }));

    /// <summary>The page of the one list that was asked for.</summary>
    public static LibraryPage<LibraryRow>? PageOf(Library library) =>
        Page(library.SavedTracks, Of) ?? Page(library.SavedAlbums, Of) ?? Page(library.Playlists, Of) ?? Page(library.FollowedArtists, Of)
        ?? Page(library.SavedShows, Of) ?? Page(library.SavedEpisodes, Of) ?? Page(library.SavedAudiobooks, Of);

    public static LibraryPage<LibraryRow>? PageOf(Playlist playlist) => Page(playlist.Items, Of);

    private static LibraryPage<LibraryRow>? Page<T>(LibraryPage<T>? page, Func<T, LibraryRow> make)
        where T : class => page is null ? null : new(page.TotalCount, [.. (page.Nodes ?? []).Select(make)], page.PageInfo);

    private static LibraryRow Of(SavedTrack track) => new(track.Name, track.Url)
    {
        By = Joined(track.Artists), PartOf = track.AlbumName, AddedAt = track.AddedAt, DurationMs = track.DurationMs,
        Value = Clock(track.DurationMs), ImageUrl = track.ImageUrl, Href = track.Track is { } own ? PlaceLink.OfTrack(own.Id) : null,
    };

    private static LibraryRow Of(SavedAlbum album) => new(album.Name, album.Url)
    {
        By = Joined(album.Artists), AddedAt = album.AddedAt, Count = album.TotalTracks,
        Value = Counted(album.TotalTracks, count => Format.Count(count, "track", "tracks")),
        ImageUrl = album.ImageUrl, Href = album.Album is { } own ? PlaceLink.OfAlbum(own.Id) : null,
    };

    private static LibraryRow Of(LibraryPlaylist playlist) => new(playlist.Name, playlist.Url)
    {
        By = playlist.IsOwn ? null : playlist.OwnerName, Count = playlist.Total,
        Value = Counted(playlist.Total, count => Format.Count(count, "entry", "entries")),
        ImageUrl = playlist.ImageUrl, Href = $"/library/playlists/{Uri.EscapeDataString(playlist.SpotifyId)}",
    };

    private static LibraryRow Of(FollowedArtist artist) => new(artist.Name, artist.Url)
    {
        ImageUrl = artist.ImageUrl, Href = artist.Artist is { } own ? PlaceLink.OfArtist(own.Id) : null,
    };

    private static LibraryRow Of(SavedShow show) => new(show.Name, show.Url)
    {
        By = show.Publisher, AddedAt = show.AddedAt, Count = show.TotalEpisodes,
        Value = Counted(show.TotalEpisodes, count => Format.Count(count, "episode", "episodes")),
        ImageUrl = show.ImageUrl,
    };

    private static LibraryRow Of(SavedEpisode episode) => new(episode.Name, episode.Url)
    {
        PartOf = episode.ShowName, AddedAt = episode.AddedAt, DurationMs = episode.DurationMs, Value = Clock(episode.DurationMs),
        ImageUrl = episode.ImageUrl,
    };

    private static LibraryRow Of(SavedAudiobook book) => new(book.Name, book.Url)
    {
        By = Joined(book.Authors), Count = book.TotalChapters,
        Value = Counted(book.TotalChapters, count => Format.Count(count, "chapter", "chapters")),
        ImageUrl = book.ImageUrl,
    };

    private static LibraryRow Of(PlaylistItem item) => new(item.Name, item.Url)
    {
        By = item.IsLocal ? $"{Joined(item.Artists)} · {Text["own file"]}" : Joined(item.Artists), PartOf = item.PartOf,
        AddedAt = item.AddedAt, DurationMs = item.DurationMs, Value = Clock(item.DurationMs), ImageUrl = item.ImageUrl,
        Href = item.Track is { } own ? PlaceLink.OfTrack(own.Id) : null,
    };

    private static string Joined(IReadOnlyList<string> names) => string.Join(", ", names);

    private static string? Clock(int? milliseconds) => milliseconds is { } length ? Format.Clock(length) : null;

    private static string? Counted(int? count, Func<int, string> words) => count is { } known ? words(known) : null;
}

/// <summary>Entries one under the other.</summary>
public sealed record LibraryEntries(IReadOnlyList<LibraryRow> Rows, Sessions.Viewer Viewer);
