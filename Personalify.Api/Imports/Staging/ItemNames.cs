using Personalify.Api.Imports.Reading;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Imports.Staging;

/// <summary>What a row says of the thing that was played. For an episode or chapter the artist is the show or the book.</summary>
internal sealed record ItemNames(PlayKind Kind, string? SpotifyId, string Name, string Artist, string? Album)
{
    /// <summary>Show and episode stand in one index entry, so they are kept shorter than a track's names.</summary>
    private const int MaxOther = 400;

    /// <summary>Episodes and chapters are told apart by their names as they are.</summary>
    public string NameKey { get; } = Kind == PlayKind.Track ? CatalogName.Key(Name) : Name;
    public string ArtistKey { get; } = Kind == PlayKind.Track ? CatalogName.Key(Artist) : Artist;

    /// <summary>Stands for artist and title as the row wrote them, wherever the track is later said to belong.</summary>
    public long NamesKey => CatalogName.PairKey(ArtistKey, NameKey);
    public string? AlbumKey => Album is null ? null : CatalogName.Key(Album);

    public static ItemNames Read(RawRow row, PlayKind kind) => kind switch
    {
        PlayKind.Track => Track(row),
        PlayKind.Episode => Episode(row),
        PlayKind.Chapter => Chapter(row),
        _ => Unknown(row),
    };

    private static ItemNames Track(RawRow row)
    {
        var (id, name, artist) = (PlayKinds.TrackId(row), Shown(row, HistoryField.TrackName), Shown(row, HistoryField.ArtistName));
        if (id is null && name.Length == 0) return Unknown(row);
        var album = Shown(row, HistoryField.AlbumName);
        return new(PlayKind.Track, id, name.Length > 0 ? name : CatalogName.UnknownTrack, artist.Length > 0 ? artist : CatalogName.UnknownArtist,
            album.Length > 0 ? album : null);
    }

    /// <summary>An episode in the track's fields has its names there too.</summary>
    private static ItemNames Episode(RawRow row)
    {
        var (id, name, show) = (PlayKinds.EpisodeId(row), Other(row, HistoryField.EpisodeName), Other(row, HistoryField.ShowName));
        if (name.Length == 0) name = Other(row, HistoryField.TrackName);
        if (show.Length == 0) show = Other(row, HistoryField.ArtistName);
        return id is null && name.Length == 0 ? Unknown(row) : new(PlayKind.Episode, id, name, show, null);
    }

    private static ItemNames Chapter(RawRow row)
    {
        var (name, book) = (Other(row, HistoryField.ChapterTitle), Other(row, HistoryField.BookTitle));
        // A book's id does not tell its chapters apart, so it stands in only where no chapter is named.
        var id = PlayKinds.ChapterId(row) ?? (name.Length == 0 ? PlayKinds.BookId(row) : null);
        return id is null && name.Length + book.Length == 0
            ? Unknown(row)
            : new(PlayKind.Chapter, id, name.Length > 0 ? name : book, book, null);
    }

    private static ItemNames Unknown(RawRow row) => new(PlayKind.Unknown, null, "", Other(row, HistoryField.ArtistName), null);

    private static string Shown(RawRow row, HistoryField field) => CatalogName.Display(row.Text(field) ?? "");

    private static string Other(RawRow row, HistoryField field) => CatalogName.Display(row.Text(field) ?? "", MaxOther);
}
