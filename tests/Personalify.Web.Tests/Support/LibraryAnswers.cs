using System.Text.Json;

namespace Personalify.Web.Tests.Support;

/// <summary>Answers about the library at Spotify.</summary>
public static class LibraryAnswers
{
    private static readonly string[] Kinds =
        ["SAVED_TRACKS", "SAVED_ALBUMS", "PLAYLISTS", "FOLLOWED_ARTISTS", "SAVED_SHOWS", "SAVED_EPISODES", "SAVED_AUDIOBOOKS"];

    public static string Library(
        bool isConnected = true, string? syncedAt = "2026-02-01T10:00:00Z", int entries = 2, string[]? missing = null,
            string? endCursor = null,
        string name = "Velvet Harbor", int leftOut = 0) => JsonSerializer.Serialize(new
    {
        me = new
        {
            library = new
            {
                isConnected,
                lists = Kinds.Select(kind => new { kind, entries, leftOut, syncedAt, missingScopes = missing ?? [] }),
                savedTracks = Page(endCursor, Track(name, "t1"), Track("Not heard", null)),
            },
        },
    });

    public static string Playlists(string state) => JsonSerializer.Serialize(new
    {
        me = new
        {
            library = new
            {
                isConnected = true,
                lists = Kinds.Select(kind => new { kind, entries = 1, leftOut = 0, syncedAt = "2026-02-01T10:00:00Z",
                    missingScopes = Array.Empty<string>() }),
                playlists = Page(null, new
                {
                    spotifyId = "p1", name = "Long drive", ownerName = "Bram", isOwn = false, total = 3, itemsState = state,
                    imageUrl = (string?)null, url = "https://open.spotify.com/playlist/p1",
                }),
            },
        },
    });

    public static string Playlist(string state = "KEPT") => JsonSerializer.Serialize(new
    {
        me = new
        {
            library = new
            {
                playlist = new
                {
                    name = "Long drive", description = (string?)null, ownerName = "Bram", url = "https://open.spotify.com/playlist/p1",
                    itemsState = state, itemsLeftOut = 0, itemsSyncedAt = "2026-02-01T10:00:00Z",
                    items = state != "KEPT" ? null : Page(null, new
                    {
                        name = "Rehearsal tape", artists = new[] { "The Garage" }, partOf = (string?)null, addedAt = (string?)null,
                        durationMs = 241_000, isLocal = true, imageUrl = (string?)null, url = (string?)null, track = (object?)null,
                    }),
                },
            },
        },
    });

    public static string Playing(string? name, bool isConnected = true, string? problem = null) => JsonSerializer.Serialize(new
    {
        me = new
        {
            library = new { isConnected },
            nowPlayingProblem = problem,
            nowPlaying = name is null ? null : new
            {
                name, artists = new[] { "Mara Quill" }, partOf = "Maps", isPlaying = true, progressMs = 190_000, durationMs = 200_000,
                imageUrl = (string?)null, url = "https://open.spotify.com/track/x", track = new { id = "t1" },
            },
        },
    });

    private static object Track(string name, string? own) => new
    {
        name, artists = new[] { "Mara Quill", "Ole" }, albumName = "Maps", addedAt = "2025-07-01T23:30:00Z", durationMs = 187_000,
        imageUrl = (string?)null, url = "https://open.spotify.com/track/" + name.Length, track = own is null ? null : new { id = own },
    };

    private static object Page(string? endCursor, params object[] nodes) => new
    {
        totalCount = nodes.Length, nodes,
        pageInfo = new { hasNextPage = endCursor is not null, hasPreviousPage = false, startCursor = "i9", endCursor },
    };
}
