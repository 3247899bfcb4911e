using System.IO.Compression;
using System.Text.Json;

namespace Personalify.Web.Tests.Browser;

/// <summary>One row of an export that is music, as it stands there; account data says nothing about being offline.</summary>
public sealed record NaivePlay(string Key, string Track, string Artist, string? Album, string Time, long MsPlayed, long? Offline);

/// <summary>What an artist, an album or a track has in an export: plays and milliseconds, and its place by milliseconds.</summary>
public sealed record NaiveFigures(string Name, int Plays, long MsPlayed, int Rank);

/// <summary>
/// The slow and obvious reading of an export: every row in memory, one loop for each question. Rows of the extended history that are equal
/// are one play; a track's newest row says what it and its artist and album are called.
/// </summary>
public sealed class NaiveHistory
{
    private readonly List<NaivePlay> _plays;

    private NaiveHistory(List<NaivePlay> plays) => _plays = plays;

    public static NaiveHistory Read(byte[] export)
    {
        using var zip = new ZipArchive(new MemoryStream(export));
        var all = zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)).SelectMany(Rows).ToList();
        var rows = all.Where(row => row.Offline is null).Concat(all.Where(row => row.Offline is not null)
            .DistinctBy(row => (row.Key, row.Time, row.MsPlayed, row.Offline))).ToList();
        var newest = rows.GroupBy(row => row.Key)
            .ToDictionary(track => track.Key, track => track.MaxBy(row => row.Time, StringComparer.Ordinal)!);
        return new([.. rows.Select(row => newest[row.Key] with { Time = row.Time, MsPlayed = row.MsPlayed, Offline = row.Offline })]);
    }

    /// <summary>Artists by time listened, the most first, counting plays of at least this length.</summary>
    public IReadOnlyList<NaiveFigures> Artists(long leastMs) => Ranked(leastMs, play => play.Artist, play => play.Artist);

    public IReadOnlyList<NaiveFigures> Tracks(long leastMs) => Ranked(leastMs, play => play.Key, play => play.Track);

    public IReadOnlyList<NaiveFigures> Albums(long leastMs) => Ranked(leastMs, play => play.Album is null ? null : $"{play.Artist}\n{play.Album}", play => play.Album!);

    private IReadOnlyList<NaiveFigures> Ranked(long leastMs, Func<NaivePlay, string?> key, Func<NaivePlay, string> name) =>
    [
        .. _plays.Where(play => play.MsPlayed >= leastMs && key(play) is not null).GroupBy(play => key(play)!)
            .Select(group => (Name: name(group.First()), Plays: group.Count(), MsPlayed: group.Sum(play => play.MsPlayed)))
            .OrderByDescending(entry => entry.MsPlayed).Select((entry, index) => new NaiveFigures(entry.Name, entry.Plays, entry.MsPlayed, index + 1)),
    ];

    private static IEnumerable<NaivePlay> Rows(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var file = JsonDocument.Parse(stream);
        var rows = file.RootElement.EnumerateArray().ToList();
        var isExtended = rows.Count > 0 && rows[0].TryGetProperty("ts", out _);
        return isExtended ? [.. rows.Where(IsTrack).Select(Extended)] : [.. rows.Select(Account)];
    }

    private static bool IsTrack(JsonElement row) => Text(row, "spotify_track_uri") is not null && Text(row, "master_metadata_track_name") is not null;

    private static NaivePlay Extended(JsonElement row) => new(
        Text(row, "spotify_track_uri")!, Text(row, "master_metadata_track_name")!, Text(row, "master_metadata_album_artist_name")!,
        Text(row, "master_metadata_album_album_name"), Text(row, "ts")!, row.GetProperty("ms_played").GetInt64(), Seconds(row.GetProperty("offline_timestamp")));

    private static NaivePlay Account(JsonElement row) => new(
        $"{Text(row, "artistName")}\n{Text(row, "trackName")}", Text(row, "trackName")!, Text(row, "artistName")!, null, Text(row, "endTime")!,
        row.GetProperty("msPlayed").GetInt64(), null);

    // Written in seconds or in milliseconds, and counted in seconds.
    private static long Seconds(JsonElement time) => time.ValueKind == JsonValueKind.Number
        ? time.GetInt64() / (time.GetInt64() > 100_000_000_000 ? 1000 : 1) : 0;

    private static string? Text(JsonElement row, string property) =>
        row.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
