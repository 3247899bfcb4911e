using System.Text;

namespace Personalify.Api.Imports.Reading;

/// <summary>What a row is about.</summary>
internal enum PlayKind : byte { Track, Episode, Chapter, Unknown }

/// <summary>
/// Tells what a row is about and which id it has. A URI counts as what it says itself, because exports put episodes into the track's field
/// and chapters under <c>spotify:episode:</c>; where no URI says it, the names do.
/// </summary>
internal static class PlayKinds
{
    private static readonly HistoryField[] TrackFields = [HistoryField.TrackUri, HistoryField.EpisodeUri, HistoryField.ChapterUri];
    private static readonly HistoryField[] EpisodeFields = [HistoryField.EpisodeUri, HistoryField.TrackUri];
    private static readonly HistoryField[] ChapterFields = [HistoryField.ChapterUri, HistoryField.TrackUri, HistoryField.EpisodeUri];
    private static readonly HistoryField[] BookFields = [HistoryField.BookUri];

    public static PlayKind Of(RawRow row)
    {
        var uri = UriIn(row, HistoryField.TrackUri).Kind;
        if (uri == SpotifyUriKind.Track) return PlayKind.Track;
        if (IsChapter(row)) return PlayKind.Chapter;
        if (uri is SpotifyUriKind.Local or SpotifyUriKind.Video && row.Has(HistoryField.TrackName)) return PlayKind.Track;
        if (Holds(row, TrackFields, SpotifyUriKind.Track)) return PlayKind.Track;
        if (Holds(row, EpisodeFields, SpotifyUriKind.Episode) || row.Has(HistoryField.EpisodeName)) return PlayKind.Episode;
        return row.Has(HistoryField.TrackName) ? PlayKind.Track : PlayKind.Unknown;
    }

    public static string? TrackId(RawRow row) => IdIn(row, TrackFields, SpotifyUriKind.Track);

    public static string? EpisodeId(RawRow row) => IdIn(row, EpisodeFields, SpotifyUriKind.Episode);

    public static string? ChapterId(RawRow row) =>
        IdIn(row, ChapterFields, SpotifyUriKind.Chapter) ?? IdIn(row, ChapterFields, SpotifyUriKind.Episode);

    public static string? BookId(RawRow row) => IdIn(row, BookFields, SpotifyUriKind.Show);

    /// <summary>The chapter's own field may say <c>spotify:episode:</c>; any other field has to say <c>spotify:chapter:</c>.</summary>
    private static bool IsChapter(RawRow row) =>
        row.Has(HistoryField.ChapterTitle) || row.Has(HistoryField.BookTitle)
        || UriIn(row, HistoryField.ChapterUri).Kind == SpotifyUriKind.Episode
        || UriIn(row, HistoryField.BookUri).Kind == SpotifyUriKind.Show
        || Holds(row, ChapterFields, SpotifyUriKind.Chapter);

    private static bool Holds(RawRow row, HistoryField[] fields, SpotifyUriKind kind)
    {
        foreach (var field in fields)
        {
            if (UriIn(row, field).Kind == kind) return true;
        }
        return false;
    }

    private static string? IdIn(RawRow row, HistoryField[] fields, SpotifyUriKind kind)
    {
        foreach (var field in fields)
        {
            var uri = UriIn(row, field);
            if (uri.Kind == kind) return Encoding.ASCII.GetString(uri.Id);
        }
        return null;
    }

    /// <summary>Escapes, such as <c>\/</c> in links, are resolved only where there are some.</summary>
    private static SpotifyUri UriIn(RawRow row, HistoryField field)
    {
        var raw = row.Raw(field);
        return SpotifyUri.Parse(raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(JsonText.Decode(raw)) : raw);
    }
}
