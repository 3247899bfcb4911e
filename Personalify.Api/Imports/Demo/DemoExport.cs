using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Personalify.Api.Imports.Demo;

/// <summary>Writes plays as Spotify delivers an extended history today: a zip with one file or more for each year. Streams: a play is written and forgotten.</summary>
internal static class DemoExport
{
    private const int PlaysPerFile = 15_000;
    private const string Folder = "Spotify Extended Streaming History";

    public static void Write(IEnumerable<DemoPlay> plays, DateOnly writtenOn, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        using var rows = plays.GetEnumerator();
        var (number, more) = (0, rows.MoveNext());
        while (more) more = WriteFile(zip, rows, number++, writtenOn);
    }

    /// <summary>The plays of one year, up to the most for a file; says whether there are more.</summary>
    private static bool WriteFile(ZipArchive zip, IEnumerator<DemoPlay> rows, int number, DateOnly writtenOn)
    {
        var year = rows.Current.EndedAt.Year;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Folder}/Streaming_History_Audio_{year}_{number}.json");
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(writtenOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        using var stream = entry.Open();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        var (written, more) = (0, true);
        while (more && rows.Current.EndedAt.Year == year && written++ < PlaysPerFile)
        {
            WriteRow(json, rows.Current);
            more = rows.MoveNext();
            if (json.BytesPending > 1 << 16) json.Flush();
        }
        json.WriteEndArray();
        return more;
    }

    /// <summary>Every field that Spotify writes, the personal ones with a documentation address (RFC 5737).</summary>
    private static void WriteRow(Utf8JsonWriter json, DemoPlay play)
    {
        json.WriteStartObject();
        json.WriteString("ts", play.EndedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("platform", play.Platform);
        json.WriteNumber("ms_played", play.MsPlayed);
        json.WriteString("conn_country", "PT");
        json.WriteString("ip_addr", "203.0.113.7");
        json.WriteString("master_metadata_track_name", play.Track?.Name);
        json.WriteString("master_metadata_album_artist_name", play.Track?.Artist);
        json.WriteString("master_metadata_album_album_name", play.Track?.Album);
        json.WriteString("spotify_track_uri", play.Track?.Uri);
        json.WriteString("episode_name", play.Episode?.Name);
        json.WriteString("episode_show_name", play.Episode?.Show);
        json.WriteString("spotify_episode_uri", play.Episode?.Uri);
        foreach (var field in (ReadOnlySpan<string>)["audiobook_title", "audiobook_uri", "audiobook_chapter_uri", "audiobook_chapter_title"]) json.WriteNull(field);
        json.WriteString("reason_start", play.ReasonStart);
        json.WriteString("reason_end", play.ReasonEnd);
        json.WriteBoolean("shuffle", play.Shuffle);
        json.WriteBoolean("skipped", play.Skipped);
        json.WriteBoolean("offline", play.Offline);
        json.WriteNull("offline_timestamp");
        json.WriteBoolean("incognito_mode", play.Incognito);
        json.WriteEndObject();
    }
}
