using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Personalify.Api.Tests.Imports;

/// <summary>A row of an export as a test needs it; what is not said is as Spotify mostly writes it.</summary>
internal sealed record GivenRow(string EndedAt, string? Track = "Lanterns", int Ms = 200_000)
{
    public string? Artist { get; init; } = "Mara Quill";

    public string? Album { get; init; } = "Paper Lanterns";

    /// <summary>Made of the track's name unless given; null for a row without.</summary>
    public string? Uri { get; init; } = "";

    public bool? Skipped { get; init; }

    public string? ReasonStart { get; init; } = "clickrow";

    public bool? Offline { get; init; } = false;

    public long? OfflineTimestamp { get; init; } = 0;

    public string? Platform { get; init; } = "Android OS 13 API 33 (maker, model)";

    /// <summary>As the extended history writes it, personal fields included.</summary>
    public object Extended() => new
    {
        ts = EndedAt,
        username = "secret-user-name",
        platform = Platform,
        ms_played = Ms,
        conn_country = "PT",
        ip_addr_decrypted = "203.0.113.77",
        user_agent_decrypted = "secret-user-agent",
        master_metadata_track_name = Track,
        master_metadata_album_artist_name = Artist,
        master_metadata_album_album_name = Album,
        spotify_track_uri = Uri is "" ? $"spotify:track:{IdOf(Track!)}" : Uri,
        episode_name = (string?)null,
        episode_show_name = (string?)null,
        spotify_episode_uri = (string?)null,
        reason_start = ReasonStart,
        reason_end = "trackdone",
        shuffle = false,
        skipped = Skipped,
        offline = Offline,
        offline_timestamp = OfflineTimestamp,
        incognito_mode = false,
    };

    /// <summary>As account data writes it: names only, the minute cut off.</summary>
    public object Account() => new
    {
        endTime = DateTime.Parse(EndedAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        artistName = Artist,
        trackName = Track,
        msPlayed = Ms,
    };

    public static object Episode(string endedAt, string name, int ms = 1_800_000) => new
    {
        ts = endedAt, ms_played = ms, spotify_track_uri = (string?)null, episode_name = name, episode_show_name = "Night Ferry Stories", spotify_episode_uri = $"spotify:episode:{IdOf(name)}",
    };

    public static object Chapter(string endedAt, string title, int ms = 900_000) => new
    {
        ts = endedAt, ms_played = ms, audiobook_title = "The Long Book", audiobook_uri = $"spotify:show:{IdOf("book1")}", audiobook_chapter_uri = $"spotify:episode:{IdOf(title)}", audiobook_chapter_title = title,
    };

    /// <summary>A name's letters as an id of Spotify's length; none for a name without any.</summary>
    public static string IdOf(string name) => name.Where(char.IsAsciiLetterOrDigit).ToArray() is { Length: > 0 } letters ? new string(letters).PadRight(22, '0')[..22] : "";
}

/// <summary>A file to be imported.</summary>
internal sealed record GivenFile(string Name, byte[] Content)
{
    public static GivenFile Json(string name, params object[] rows) => new(name, JsonSerializer.SerializeToUtf8Bytes(rows));

    public static GivenFile Text(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    public static GivenFile Extended(params GivenRow[] rows) => Json("Streaming_History_Audio_2024_0.json", [.. rows.Select(row => row.Extended())]);

    public static GivenFile Account(params GivenRow[] rows) => Json("StreamingHistory_music_0.json", [.. rows.Select(row => row.Account())]);

    public static GivenFile Zip(string name, params GivenFile[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = zip.CreateEntry(file.Name).Open();
                entry.Write(file.Content);
            }
        }
        return new GivenFile(name, stream.ToArray());
    }
}
