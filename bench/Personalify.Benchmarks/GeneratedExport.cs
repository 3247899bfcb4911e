using System.Globalization;
using System.Text.Json;
using Personalify.Api.Imports.Demo;

namespace Personalify.Benchmarks;

/// <summary>An export as large as a measure wants it, always the same for the same size.</summary>
internal static class GeneratedExport
{
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    public static string Write(string folder, int plays)
    {
        var path = Path.Combine(folder, $"{plays}.zip");
        using var file = File.Create(path);
        DemoExport.Write(new DemoListener(plays, seed: 1, LastDay).Plays(), LastDay, file);
        return path;
    }

    /// <summary>The account data of the same plays as <see cref="Write"/> makes: names only, without the seconds.</summary>
    public static string WriteAccount(string folder, int plays)
    {
        var path = Path.Combine(folder, $"StreamingHistory_music_{plays}.json");
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartArray();
        foreach (var play in new DemoListener(plays, seed: 1, LastDay).Plays())
        {
            if (play.Track is { } track) Write(json, play, track);
        }

        json.WriteEndArray();
        return path;
    }

    /// <summary>An extended history in which each title is a track of its own, played once.</summary>
    public static string WriteTitles(string folder, IReadOnlyList<string> titles)
    {
        var path = Path.Combine(folder, "Streaming_History_Audio_titles.json");
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartArray();
        for (var i = 0; i < titles.Count; i++) WriteTitle(json, i, titles[i]);
        json.WriteEndArray();
        return path;
    }

    private static void WriteTitle(Utf8JsonWriter json, int number, string title)
    {
        var endedAt = LastDay.ToDateTime(TimeOnly.MinValue).AddMinutes(-4 * number);
        json.WriteStartObject();
        json.WriteString("ts", endedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("ms_played", 200_000);
        json.WriteString("master_metadata_track_name", title);
        json.WriteString("master_metadata_album_artist_name", $"Artist {number % 3_000}");
        json.WriteString("master_metadata_album_album_name", $"Album {number % 6_000}");
        json.WriteString("spotify_track_uri", $"spotify:track:{number:D22}");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DemoPlay play, DemoTrack track)
    {
        json.WriteStartObject();
        json.WriteString("endTime", play.EndedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        json.WriteString("artistName", track.Artist);
        json.WriteString("trackName", track.Name);
        json.WriteNumber("msPlayed", play.MsPlayed);
        json.WriteEndObject();
    }
}
