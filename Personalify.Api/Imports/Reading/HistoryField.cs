using System.Text;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>The fields of a row that are read. Every other field, the personal ones above all, is skipped unseen.</summary>
internal enum HistoryField
{
    EndedAt, MsPlayed,
    TrackUri, TrackName, ArtistName, AlbumName,
    EpisodeUri, EpisodeName, ShowName,
    BookUri, BookTitle, ChapterUri, ChapterTitle,
    ReasonStart, ReasonEnd, Platform, Shuffle, Skipped, Offline, Incognito, OfflineTimestamp,
}

/// <summary>Which property is which field, in every generation of the export.</summary>
internal static class HistoryFields
{
    public const int Count = (int)HistoryField.OfflineTimestamp + 1;

    private static readonly (string Property, HistoryField Field)[] Properties =
    [
        ("ts", HistoryField.EndedAt), ("endTime", HistoryField.EndedAt),
        ("ms_played", HistoryField.MsPlayed), ("msPlayed", HistoryField.MsPlayed),
        ("spotify_track_uri", HistoryField.TrackUri),
        ("master_metadata_track_name", HistoryField.TrackName), ("trackName", HistoryField.TrackName),
        ("master_metadata_album_artist_name", HistoryField.ArtistName), ("artistName", HistoryField.ArtistName),
        ("master_metadata_album_album_name", HistoryField.AlbumName),
        ("spotify_episode_uri", HistoryField.EpisodeUri),
        ("episode_name", HistoryField.EpisodeName), ("episodeName", HistoryField.EpisodeName),
        ("episode_show_name", HistoryField.ShowName), ("podcastName", HistoryField.ShowName),
        ("audiobook_uri", HistoryField.BookUri),
        ("audiobook_title", HistoryField.BookTitle), ("audiobookName", HistoryField.BookTitle),
        ("audiobook_chapter_uri", HistoryField.ChapterUri),
        ("audiobook_chapter_title", HistoryField.ChapterTitle), ("chapterName", HistoryField.ChapterTitle),
        ("reason_start", HistoryField.ReasonStart), ("reason_end", HistoryField.ReasonEnd), ("platform", HistoryField.Platform),
        ("shuffle", HistoryField.Shuffle), ("skipped", HistoryField.Skipped), ("offline", HistoryField.Offline),
        ("incognito_mode", HistoryField.Incognito), ("offline_timestamp", HistoryField.OfflineTimestamp),
    ];

    /// <summary>By length, since that alone tells most of the names apart.</summary>
    private static readonly (byte[] Name, HistoryField Field)[][] ByLength =
        [.. Enumerable.Range(0, 1 + Properties.Max(entry => entry.Property.Length)).Select(WithLength)];

    /// <summary>What a property says of its row: only the extended history calls the time ts, only account data endTime.</summary>
    public static ImportFileKind? KindOf(ReadOnlySpan<byte> property) =>
        property.SequenceEqual("ts"u8) || property.SequenceEqual("ms_played"u8) ? ImportFileKind.ExtendedHistory
        : property.SequenceEqual("endTime"u8) || property.SequenceEqual("msPlayed"u8) ? ImportFileKind.AccountHistory
        : null;

    /// <summary>Whether only a text says something here: a title may be a number, a reason or a platform never is.</summary>
    public static bool IsWord(HistoryField field) => field is HistoryField.ReasonStart or HistoryField.ReasonEnd or HistoryField.Platform;

    /// <summary>How a row of that history calls the field: account data without underscores.</summary>
    public static string PropertyOf(HistoryField field, ImportFileKind? kind)
    {
        var names = Properties.Where(entry => entry.Field == field).Select(entry => entry.Property).ToList();
        var isAccount = kind == ImportFileKind.AccountHistory;
        return names.FirstOrDefault(name => name.Contains('_', StringComparison.Ordinal) != isAccount) ?? names[0];
    }

    public static bool TryFind(ReadOnlySpan<byte> property, out HistoryField field)
    {
        field = default;
        if (property.Length >= ByLength.Length) return false;
        foreach (var (name, found) in ByLength[property.Length])
        {
            if (!property.SequenceEqual(name)) continue;
            field = found;
            return true;
        }
        return false;
    }

    private static (byte[] Name, HistoryField Field)[] WithLength(int length) =>
        [.. Properties.Where(entry => entry.Property.Length == length).Select(entry => (Encoding.UTF8.GetBytes(entry.Property), entry.Field))];
}
