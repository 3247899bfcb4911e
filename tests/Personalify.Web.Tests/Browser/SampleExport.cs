using System.IO.Compression;
using System.Text.Json;

namespace Personalify.Web.Tests.Browser;

/// <summary>
/// A small export in the current generation's shape: an hour of one album every evening of June 2025, plus what real exports have too —
/// skips, a repeated row, an episode, names that strain a page.
/// </summary>
public static class SampleExport
{
    public const int Days = 30;
    public const int PlaysADay = 12;
    public const int Plays = (Days * PlaysADay) + Skips;
    public const int Skips = 5;
    public const int Repeats = 2;
    public const int Minutes = 5;
    public const string HostileName = "<script>document.title = 'pwned'</script>";
    private static readonly string[] Artists = ["Velvet Harbor", "فيروز", HostileName, "A band with a name that is much too long for any list on any screen that anybody owns"];

    /// <summary>Rows of music that count as a play of 30 seconds or more.</summary>
    public const int CountedPlays = Days * PlaysADay;

    public static byte[] Zip() => ZipOf(Rows());

    /// <summary>One play of each of these titles, five minutes each, on an evening in June 2025.</summary>
    public static byte[] ZipOf(params string[] titles)
    {
        var first = new DateTimeOffset(2025, 6, 1, 18, 0, 0, TimeSpan.Zero);
        return ZipOf(titles.Select((title, track) => new Dictionary<string, object?>(
            Row(first.AddMinutes(Minutes * (track + 1)), track, Minutes * 60_000)) { ["master_metadata_track_name"] = title }));
    }

    private static byte[] ZipOf(IEnumerable<Dictionary<string, object?>> rows)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("Spotify Extended Streaming History/Streaming_History_Audio_2025_0.json").Open();
            JsonSerializer.Serialize(entry, rows);
        }

        return memory.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> Rows()
    {
        var first = new DateTimeOffset(2025, 6, 1, 18, 0, 0, TimeSpan.Zero);
        var rows = Enumerable.Range(0, Days).SelectMany(day => Enumerable.Range(0, PlaysADay).Select(
            play => Row(first.AddDays(day).AddMinutes(Minutes * (play + 1)), play, Minutes * 60_000))).ToList();
        var skips = Enumerable.Range(0, Skips).Select(skip => Row(first.AddDays(skip).AddHours(2), skip, 4_000));
        return [.. rows, .. skips, .. rows.Take(Repeats), Episode(first.AddDays(3).AddHours(3))];
    }

    private static Dictionary<string, object?> Row(DateTimeOffset end, int track, int milliseconds) => Common(end, milliseconds, new()
    {
        // Spotify's ids have 22 letters and digits.
        ["spotify_track_uri"] = $"spotify:track:{track:D22}",
        ["master_metadata_track_name"] = $"Song {track}",
        ["master_metadata_album_artist_name"] = Artists[ArtistOf(track)],
        ["master_metadata_album_album_name"] = $"Album {ArtistOf(track)}",
    });

    // One artist has most of the twelve tracks, so that the order of the lists is certain.
    private static int ArtistOf(int track) => Math.Max(0, track - PlaysADay + Artists.Length);

    private static Dictionary<string, object?> Episode(DateTimeOffset end) => Common(end, 1_200_000, new()
    {
        ["spotify_episode_uri"] = $"spotify:episode:{1:D22}",
        ["episode_name"] = "Episode one",
        ["episode_show_name"] = "A show",
    });

    private static Dictionary<string, object?> Common(DateTimeOffset end, int milliseconds, Dictionary<string, object?> what) => new(what)
    {
        ["ts"] = end.ToString("yyyy-MM-ddTHH:mm:ssZ", null),
        ["ms_played"] = milliseconds,
        ["platform"] = "ios",
        ["conn_country"] = "PT",
        ["ip_addr"] = "203.0.113.9",
        ["reason_start"] = "trackdone",
        ["reason_end"] = milliseconds < 30_000 ? "fwdbtn" : "trackdone",
        ["shuffle"] = false,
        ["skipped"] = milliseconds < 30_000,
        ["offline"] = false,
        ["incognito_mode"] = false,
    };
}
