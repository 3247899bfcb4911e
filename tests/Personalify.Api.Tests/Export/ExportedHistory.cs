using Personalify.Api.Tests.Imports;

namespace Personalify.Api.Tests.Export;

/// <summary>
/// Files with rows of every kind that an export has to bring back. Their lengths differ, because lists order equals by numbers of the
/// catalogue, which another account has not.
/// </summary>
internal static class ExportedHistory
{
    private const long InFlight = 1_717_405_200; // 2024-06-03 09:00 UTC

    private static readonly string Nameless = $"spotify:track:{GivenRow.IdOf("nameless")}";

    public static GivenFile[] Files { get; } =
    [
        GivenFile.Json(
            "Streaming_History_Audio_2024_0.json",
            new GivenRow("2024-03-01T10:00:30Z") { Skipped = true }.Extended(),
            new GivenRow("2024-03-01T10:05:00Z", "Lokale Datei", 180_000) { Uri = "spotify:local:a:b:c:200" }.Extended(),
            new GivenRow("2024-03-01T10:09:00Z", null, 170_000) { Artist = null, Album = null, Uri = Nameless }.Extended(),
            new GivenRow("2024-03-01T11:00:00Z", "Zoë 👩‍🎤 \u202Eenog", 160_000) { Platform = "web_player windows 10" }.Extended(),
            new GivenRow("2024-06-03T20:30:00Z", "Cloud", 240_000) { Offline = true, OfflineTimestamp = InFlight }.Extended(),
            new GivenRow("2024-06-03T20:30:00Z", "Cloud", 240_000) { Offline = true, OfflineTimestamp = InFlight + 600 }.Extended(),
            new GivenRow("2024-06-03T20:31:00Z", "Landed", 140_000) { Offline = false, OfflineTimestamp = InFlight + 900 }.Extended(),
            GivenRow.Episode("2024-03-03T10:00:17Z", "North"),
            GivenRow.Chapter("2024-03-04T10:00:18Z", "One"),
            new { ts = "2024-03-05T10:00:19Z", ms_played = 5_000, offline = true, offline_timestamp = 1_709_632_000 },
            new { ts = "2024-03-05T10:00:00Z", ms_played = 5_000, master_metadata_album_artist_name = "Only the artist" }),
        // The first is covered by an extended row above; two are equal within a minute; one is Lokale Datei again, a day later.
        GivenFile.Account(
            new GivenRow("2024-03-01T10:00:00Z"),
            new GivenRow("2024-04-01T10:00:00Z", "Jingle", 20_000), new GivenRow("2024-04-01T10:00:00Z", "Jingle", 20_000),
            new GivenRow("2024-04-02T10:00:00Z", "Lokale Datei", 181_000),
            new GivenRow("2024-04-02T10:01:00Z", "Only here", 150_000) { Artist = "Ines Vale" }),
        GivenFile.Json(
            "StreamingHistory_podcast_0.json",
            new { endTime = "2024-04-01 10:00", podcastName = "Maps for Beginners", episodeName = "South", msPlayed = 9_000 },
            new { endTime = "2024-04-01 10:00", podcastName = "Maps for Beginners", episodeName = "South", msPlayed = 9_000 },
            new { endTime = "2024-04-01 11:00", audiobookName = "The Long Book", chapterName = "Harbour", msPlayed = 40_000 },
            new { endTime = "2024-04-01 12:00", artistName = "No title", msPlayed = 40_000 }),
    ];
}
