using Personalify.Api.Imports.Reading;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Imports.Staging;

/// <summary>What a row says of the thing that was played. For an episode or chapter the artist is the show or the book.</summary>
internal sealed record ItemNames(PlayKind Kind, string? SpotifyId, string Name, string Artist, string? Album)
{
    /// <summary>Show and episode stand in one index entry, so they are kept shorter than a track's names.</summary>
    private const int MaxOther = 400;

    /// <summary>Episodes and chapters are told apart by their names as they are.</summary>
    public string NameKey => Kind == PlayKind.Track ? CatalogName.Key(Name) : Name;
    public string ArtistKey => Kind == PlayKind.Track ? CatalogName.Key(Artist) : Artist;

    /// <summary>Stands for artist and title as the row wrote them, wherever the track is later said to belong.</summary>
    public long NamesKey => CatalogName.PairKey(ArtistKey, NameKey);
    public string? AlbumKey => Album is null ? null : CatalogName.Key(Album);

    public static ItemNames Read(RawRow row, PlayKind kind) => kind switch
    {
        PlayKind.Track => Track(row),
        PlayKind.Episode => new(kind, Id(row, HistoryField.EpisodeUri), Other(row, HistoryField.EpisodeName), Other(row, HistoryField.ShowName), null),
        PlayKind.Chapter => Chapter(row),
        _ => Unknown(row),
    };

    private static ItemNames Track(RawRow row)
    {
        var (id, name, artist) = (Id(row, HistoryField.TrackUri), Shown(row, HistoryField.TrackName), Shown(row, HistoryField.ArtistName));
        if (id is null && name.Length == 0) return Unknown(row);
        var album = Shown(row, HistoryField.AlbumName);
        return new(PlayKind.Track, id, name.Length > 0 ? name : CatalogName.UnknownTrack, artist.Length > 0 ? artist : CatalogName.UnknownArtist,
            album.Length > 0 ? album : null);
    }

    private static ItemNames Chapter(RawRow row)
    {
        var (name, book) = (Other(row, HistoryField.ChapterTitle), Other(row, HistoryField.BookTitle));
        // A book's id does not tell its chapters apart, so it stands in only where no chapter is named.
        var id = Id(row, HistoryField.ChapterUri) ?? (name.Length == 0 ? Id(row, HistoryField.BookUri) : null);
        return new(PlayKind.Chapter, id, name.Length > 0 ? name : book, book, null);
    }

    private static ItemNames Unknown(RawRow row) => new(PlayKind.Unknown, null, "", Other(row, HistoryField.ArtistName), null);

    private static string Shown(RawRow row, HistoryField field) => CatalogName.Display(row.Text(field) ?? "");

    private static string Other(RawRow row, HistoryField field) => CatalogName.Display(row.Text(field) ?? "", MaxOther);

    /// <summary>The id in <c>spotify:track:…</c>. A local file's uri, <c>spotify:local:…</c>, holds names and no id.</summary>
    private static string? Id(RawRow row, HistoryField field)
    {
        var uri = row.Text(field) ?? "";
        var id = uri[(uri.LastIndexOf(':') + 1)..];
        var isId = id.Length is > 0 and <= 64 && id.All(char.IsAsciiLetterOrDigit);
        return isId && !uri.StartsWith("spotify:local:", StringComparison.Ordinal) ? id : null;
    }
}
