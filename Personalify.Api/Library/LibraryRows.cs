using Personalify.Api.Catalog;
using Personalify.Api.Spotify.Models;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Library;

/// <summary>
/// What Spotify's models become. Any field may be missing; an entry is left out only where nothing tells what it is.
/// </summary>
internal static class LibraryRows
{
    public static LibraryRow? Of(SavedTrack saved) => saved.Track is { } track ? Of(track, saved.AddedAt) : null;

    public static LibraryRow? Of(SavedAlbum saved) =>
        saved.Album is not { } album ? null : Base(album, saved.AddedAt, album.Images) is { } row
        ? row with { ByNames = Names(album.Artists), ItemCount = album.TotalTracks, ReleaseDate = album.ReleaseDate }
        : null;

    public static LibraryRow? Of(FullArtist artist) => Base(artist, null, artist.Images);

    public static LibraryRow? Of(SavedShow saved) => saved.Show is not { } show ? null : Base(show, saved.AddedAt, show.Images) is { } row
        ? row with { ByNames = Texts([show.Publisher]), ItemCount = show.TotalEpisodes }
        : null;

    public static LibraryRow? Of(SavedEpisodes saved) => saved.Episode is { } episode ? Of(episode, saved.AddedAt) : null;

    public static LibraryRow? Of(SimpleAudiobook book) => Base(book, null, book.Images) is { } row
        ? row with { ByNames = Texts((book.Authors ?? []).Select(author => author?.Name)), ItemCount = book.TotalChapters }
        : null;

    /// <summary>Null for an entry that is gone.</summary>
    public static LibraryRow? Of(PlaylistTrack entry) => entry.Playable switch
    {
        SimpleTrack track => Of(track, entry.AddedAt) is { } row ? row with { IsLocal = (entry.IsLocal ?? false) || row.IsLocal } : null,
        SimpleEpisode episode => Of(episode, entry.AddedAt),
        OtherItem other => Base(other, entry.AddedAt, null),
        _ => null,
    };

    /// <summary>The name to show of a text of Spotify's.</summary>
    public static string Shown(string? text) => CatalogName.Display(text ?? "");

    private static LibraryRow? Of(SimpleTrack track, DateTimeOffset? addedAt)
    {
        var album = (track as FullTrack)?.Album;
        return Base(track, addedAt, album?.Images) is not { } row ? null : row with
        {
            Kind = "TRACK", ByNames = Names(track.Artists), PartOf = ShownOrNull(album?.Name), DurationMs = track.DurationMs,
            ReleaseDate = album?.ReleaseDate, IsLocal = track.IsLocal ?? false,
        };
    }

    private static LibraryRow? Of(SimpleEpisode episode, DateTimeOffset? addedAt)
    {
        var show = (episode as FullEpisode)?.Show;
        return Base(episode, addedAt, episode.Images) is not { } row ? null : row with
        {
            Kind = "EPISODE", ByNames = Texts([show?.Publisher]), PartOf = ShownOrNull(show?.Name), DurationMs = episode.DurationMs,
            ReleaseDate = episode.ReleaseDate,
        };
    }

    private static LibraryRow? Base(SpotifyItem item, DateTimeOffset? addedAt, IReadOnlyList<Image?>? images)
    {
        var name = Shown(item.Name);
        var (id, uri) = (Known(item.Id), Known(item.Uri));
        if ((id ?? uri ?? Known(name)) is not { } key) return null;
        return new LibraryRow
        {
            ItemKey = key, SpotifyId = id, Uri = uri, Name = name, ImageUrl = SpotifyCatalogRows.Widest(images),
            AddedAt = addedAt?.ToUniversalTime(),
        };
    }

    private static string[] Names(IReadOnlyList<SimpleArtist?>? artists) => Texts((artists ?? []).Select(artist => artist?.Name));

    private static string[] Texts(IEnumerable<string?> texts) => [.. texts.Select(ShownOrNull).OfType<string>()];

    private static string? ShownOrNull(string? text) => Known(Shown(text));

    private static string? Known(string? text) => string.IsNullOrEmpty(text) || text.Contains('\0') ? null : text;
}
