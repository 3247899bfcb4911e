using System.Text.Json;

namespace Personalify.Web.Tests.Support;

/// <summary>Answers of the schema's shape for the pages' operations.</summary>
public static class SampleAnswers
{
    public const string Hostile = "<script>alert('\u202e')</script>";

    public static string Viewer(
        string displayName = "Ines", bool hasHistory = true, string role = "LISTENER", string lastDay = "2025-11-26",
        string? spotify = null) => Json(new
    {
        viewer = new
        {
            id = "1", name = "ines", displayName, role, timeZone = "Europe/Lisbon", isDemo = false, hasPassword = true,
            spotify = spotify is null ? null : new { isDemo = false, status = spotify, expiresAt = "2026-08-01T12:00:00Z",
                expiryWarning = (string?)null },
            coverage = hasHistory ? new { firstDay = "2020-01-05", lastDay, plays = 60_211 } : null,
        },
    });

    public static string Accounts(string? endCursor = null, bool isCacheAvailable = true) => Json(new
    {
        me = new { remoteNote = "Tinggal di Jakarta" },
        remote = new { state = "AWAY", reason = "Node B did not answer within 400 ms.", since = "2026-02-01T22:00:00Z" },
        cache = new
        {
            isAvailable = isCacheAvailable, keys = 12, bytes = 34_000, isComplete = true, hits = 3, misses = 1, hitRate = 0.75,
            prefixes = new[] { new { prefix = "top:", keys = 9, bytes = 30_000 }, new { prefix = "lock:", keys = 3, bytes = 4_000 } },
        },
        users = new
        {
            nodes = new[] { Account("1", "ines", "Ines", "ADMINISTRATOR"), Account("2", "mallory", Hostile, "LISTENER") },
            pageInfo = new { hasNextPage = endCursor is not null, hasPreviousPage = false, startCursor = "i1", endCursor },
        },
    });

    public static string Nobody(bool needsFirstAccount = false) => Json(new { server = Server(needsFirstAccount), viewer = (object?)null });

    public static string Spotify(string? problem = null, bool isConfigured = true, int? listeners = null) => Json(new
    {
        server = new
        {
            spotify = new
            {
                isConfigured, isDemo = false, listeners, redirect = new { url = "http://127.0.0.1:5080/spotify/callback", problem },
            },
        },
        me = new { keepsSpotifyData = false, spotifyApp = (object?)null, spotify = (object?)null },
    });

    public static string Overview(string name = "Velvet Harbor", int plays = 8946, int albums = 811) => Json(new
    {
        me = new
        {
            now = new
            {
                totals = Totals(plays, albums),
                topTracks = new { nodes = new[] { new { rank = 1, track = Track(name), plays = 200, msPlayed = 36_720_000 } } },
                topArtists = new { nodes = new[] { new { rank = 1, artist = new { id = "a1", name, imageUrl = (string?)null }, plays = 200, msPlayed = 36_720_000, tracks = 40 } } },
                byMonth = new[] { new { month = "2025-10-01", plays = 5, msPlayed = 3_600_000 }, new { month = "2025-11-01", plays = 7, msPlayed = 7_200_000 } },
                byWeekdayHour = new[] { new { weekday = "MONDAY", hour = 8, plays = 3, msPlayed = 600_000 } },
            },
            calendar = new { byDay = new[] { new { day = "2025-11-25", plays = 12, msPlayed = 25_920_000 } } },
            before = new
            {
                totals = new { plays = 9223, msPlayed = 1_324_000_000L, artists = 1000 },
                topTracks = new { nodes = new[] { new { rank = 3, track = new { id = "t1" } } } },
                topArtists = new { nodes = Array.Empty<object>() },
                byMonth = new[] { new { month = "2024-10-01", plays = 5, msPlayed = 1_800_000 } },
                byDay = Array.Empty<object>(),
            },
        },
    });

    public static string Plays(string name = "Paper Lanterns", string? endCursor = null) => Json(new
    {
        me = new
        {
            listening = new { totals = new { plays = 2, msPlayed = 400_000, tracks = 2, artists = 1 } },
            plays = new
            {
                nodes = new[]
                {
                    new { track = Track(name), endedAt = "2025-07-01T23:30:00Z", msPlayed = 187_000, source = "EXTENDED", platform = "IOS", shuffle = true, skipped = (bool?)null, offline = false },
                },
                pageInfo = new { hasNextPage = endCursor is not null, hasPreviousPage = false, startCursor = "s", endCursor },
            },
        },
    });

    public static string PlaysOfTrack(string name) => $"{{\"track\":{Json(Track(name))},{Plays(name)[1..]}";

    public static string ArtistPlace(string name) => Json(new
    {
        artist = new
        {
            id = "a1", name, imageUrl = (string?)null,
            all = new { rank = 3 },
            now = new
            {
                totals = new { plays = 612, msPlayed = 122_400_000, tracks = 40, activeDays = 90, longestStreak = (object?)null },
                rank = 1, share = 0.04, byDay = Array.Empty<object>(),
                byMonth = new[]
                {
                    new { month = "2025-10-01", plays = 300, msPlayed = 60_000_000 }, new { month = "2025-11-01", plays = 312, msPlayed = 62_400_000 },
                },
                byWeekdayHour = Array.Empty<object>(),
            },
            tops = new { topTracks = new { nodes = Array.Empty<object>() }, topAlbums = new { nodes = Array.Empty<object>() } },
            before = (object?)null,
        },
        me = new
        {
            ever = new { totals = new { plays = 1906 }, firstPlay = (object?)null, lastPlay = (object?)null, milestones = Array.Empty<object>() },
            plays = new { nodes = Array.Empty<object>() },
        },
    });

    public static string Import(
        string status, object? report = null, object? progress = null,
        string? error = null, bool canUndo = false, string? name = null) => Json(new
    {
        me = new
        {
            import = new
            {
                id = "7", status, isPreview = false, files = new[] { new { name = name ?? Hostile + ".zip", bytes = 3_400_000L } },
                createdAt = "2025-07-01T23:30:00Z", finishedAt = (string?)null, progress, report, error, canUndo,
            },
        },
    });

    public static object Report(int added) => new
    {
        rows = added, added, alreadyThere = 0, episodes = 0, chapters = 0, placedOffline = 0,
        plays = added, msPlayed = 4_514_517_727, seconds = 2.31,
        firstPlay = "2015-03-17T10:00:00Z", lastPlay = "2025-11-26T10:00:00Z", dropped = Array.Empty<object>(),
        files = new[]
        {
            new
            {
                name = "audio_0.json", kind = "EXTENDED_HISTORY", rows = added, added, alreadyThere = 0, episodes = 0, chapters = 0,
                dropped = Array.Empty<object>(),
            },
        },
    };

    /// <summary>A report of two files whose columns have something to add up.</summary>
    public static object ReportOfTwoFiles(string name) => new
    {
        rows = 31_100, added = 30_000, alreadyThere = 500, episodes = 534, chapters = 12,
        placedOffline = 3_287, replaced = 41, plays = 30_500, msPlayed = 4_514_517_727, seconds = 2.31,
        firstPlay = "2015-03-17T10:00:00Z", lastPlay = "2025-11-26T10:00:00Z", dropped = Drops(name, 54),
        files = new[]
        {
            new { name, kind = "EXTENDED_HISTORY", rows = 31_000, added = 29_950, alreadyThere = 500,
                episodes = 534, chapters = 0, dropped = Drops(name, 16) },
            new { name = "StreamingHistory_audiobook_0.json", kind = "ACCOUNT_HISTORY", rows = 100,
                added = 50, alreadyThere = 0, episodes = 0, chapters = 12, dropped = Drops("x.json", 38) },
        },
    };

    public static string TopTracks(string name) => Json(new
    {
        me = new
        {
            now = new
            {
                totals = new { tracks = 1, artists = 1, albums = 1 },
                topTracks = new { nodes = new[] { new { rank = 1, track = Track(name), plays = 200, msPlayed = 36_720_000 } } },
            },
            before = (object?)null,
        },
    });

    public static string Imports(string name, string error) => Json(new
    {
        me = new
        {
            imports = new
            {
                nodes = new[]
                {
                    Listed("9", "RUNNING", name, null, null),
                    Listed("8", "FAILED", name, error, null),
                    Listed("7", "UNDONE", "my_spotify_data.zip", null,
                        new { added = 30_000, plays = 30_500, firstPlay = (string?)null, lastPlay = (string?)null }),
                    Listed("6", "COMPLETED", "my_spotify_data.zip", null,
                        new { added = 30_000, plays = 30_500, firstPlay = (string?)null, lastPlay = (string?)null }),
                },
                pageInfo = new { hasNextPage = false, hasPreviousPage = false, startCursor = (string?)null, endCursor = (string?)null },
            },
        },
    });

    public static string Session(string payload) => $$$"""{"{{{payload}}}":{"session":{"token":"fresh-token","expiresAt":"2035-01-01T00:00:00Z"},"errors":null}}""";

    public static string Refusal(string payload, string message) => $$$"""{"{{{payload}}}":{"session":null,"errors":[{"message":"{{{message}}}"}]}}""";

    private static object[] Drops(string name, int count) =>
        [new { reason = "REPEATED", count, example = $"“{name}”, row 7: repeats a play with the same end, track and length" }];

    private static object Listed(string id, string status, string name, string? error, object? report) => new
    {
        id, status, isPreview = false, files = new[] { new { name, bytes = 3_400_000L } },
        createdAt = "2025-07-01T23:30:00Z", error, report,
    };

    private static object Track(string name) => new { id = "t1", name, imageUrl = (string?)null, artist = new { id = "a1", name } };

    private static object Account(string id, string name, string displayName, string role) =>
        new { id, name, displayName, role, isDemo = false, createdAt = "2025-07-01T23:30:00Z" };

    private static object Server(bool needsFirstAccount) =>
        new { version = "0.1.0", needsFirstAccount, hasDemo = true, spotify = new { isConfigured = false, isDemo = false } };

    private static object Totals(int plays, int albums = 811) => new
    {
        plays, msPlayed = 1_483_200_000L, tracks = 2629, artists = 1204, albums, newArtists = 318, activeDays = 300,
        longestStreak = new { days = 48, from = "2025-01-14", to = "2025-03-02" },
    };

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
