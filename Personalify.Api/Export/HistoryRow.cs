using System.Globalization;
using System.Text.Json;

namespace Personalify.Api.Export;

/// <summary>
/// Writes a play as Spotify writes it, so that whatever reads Spotify's export reads this. Fields that are personal (user name, country,
/// address, user agent) were never stored and are left out.
/// </summary>
internal static class HistoryRow
{
    /// <summary>A row of the extended history.</summary>
    public static void WriteExtended(Utf8JsonWriter json, ExportedPlay play)
    {
        json.WriteStartObject();
        json.WriteString("ts", Time(play.Identity.ReportedAt));
        json.WriteString("platform", play.Platform);
        json.WriteNumber("ms_played", play.Identity.MsPlayed);
        WriteTrack(json, play);
        WriteEpisode(json, play);
        WriteChapter(json, play);
        WriteCircumstances(json, play);
        json.WriteEndObject();
    }

    /// <summary>
    /// A row of account data, with the id and the album where they are known although that data lacks them: only then the row is the same
    /// play again.
    /// </summary>
    public static void WriteAccount(Utf8JsonWriter json, ExportedPlay play)
    {
        var (name, by) = play.Kind switch
        {
            "EPISODE" => ("episodeName", "podcastName"),
            "CHAPTER" => ("chapterName", "audiobookName"),
            _ => ("trackName", "artistName"),
        };
        json.WriteStartObject();
        json.WriteString("endTime", Minute(play.Identity.ReportedAt));
        json.WriteString(by, play.By);
        json.WriteString(name, play.Name);
        json.WriteNumber("msPlayed", play.Identity.MsPlayed);
        if (Uri(play, "TRACK", "track") is { } uri) json.WriteString("spotify_track_uri", uri);
        if (play.Album is not null) json.WriteString("master_metadata_album_album_name", play.Album);
        json.WriteEndObject();
    }

    /// <summary>The URI of a play of that kind; null for every other play, and for one without an id.</summary>
    public static string? Uri(ExportedPlay play, string kind, string word) =>
        play.Kind == kind && play.SpotifyId is { } id ? $"spotify:{word}:{id}" : null;

    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteTrack(Utf8JsonWriter json, ExportedPlay play)
    {
        var isTrack = play.Kind == "TRACK";
        json.WriteString("master_metadata_track_name", isTrack ? play.Name : null);
        json.WriteString("master_metadata_album_artist_name", isTrack || play.Kind == "UNKNOWN" ? play.By : null);
        json.WriteString("master_metadata_album_album_name", play.Album);
        json.WriteString("spotify_track_uri", Uri(play, "TRACK", "track"));
    }

    private static void WriteEpisode(Utf8JsonWriter json, ExportedPlay play)
    {
        var isEpisode = play.Kind == "EPISODE";
        json.WriteString("episode_name", isEpisode ? play.Name : null);
        json.WriteString("episode_show_name", isEpisode ? play.By : null);
        json.WriteString("spotify_episode_uri", Uri(play, "EPISODE", "episode"));
    }

    private static void WriteChapter(Utf8JsonWriter json, ExportedPlay play)
    {
        var isChapter = play.Kind == "CHAPTER";
        json.WriteString("audiobook_title", isChapter ? play.By : null);
        json.WriteString("audiobook_uri", (string?)null);
        json.WriteString("audiobook_chapter_uri", Uri(play, "CHAPTER", "chapter"));
        json.WriteString("audiobook_chapter_title", isChapter ? play.Name : null);
    }

    private static void WriteCircumstances(Utf8JsonWriter json, ExportedPlay play)
    {
        json.WriteString("reason_start", play.ReasonStart);
        json.WriteString("reason_end", play.ReasonEnd);
        WriteFlag(json, "shuffle", play.Shuffle);
        WriteFlag(json, "skipped", play.Skipped);
        WriteFlag(json, "offline", play.Offline);
        if (play.Identity.BeganOffline is { } began) json.WriteNumber("offline_timestamp", (long)(began - DateTime.UnixEpoch).TotalSeconds);
        else json.WriteNull("offline_timestamp");
        WriteFlag(json, "incognito_mode", play.Incognito);
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }

    private static string Minute(DateTime utc) =>
        utc.ToString(utc.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
