using System.Net.Http.Headers;
using System.Text.Json;
using Personalify.FakeSpotify;

namespace Personalify.Api.Tests.Spotify;

/// <summary>What the fake answers has the fields and kinds of values that Spotify was recorded with.</summary>
public sealed class FakeShapeTests
{
    /// <summary>What the recorded answers are too old for, or too rarely have.</summary>
    private static readonly HashSet<string> New = ["account_id", "smart_shuffle"];

    /// <summary>What depends on the listener or the item, so that not every answer has it.</summary>
    private static readonly HashSet<string> Sometimes =
        ["linked_from", "restrictions", "is_playable", "track", "episode", "followers", "images", "items", "tracks", "available_markets"];

    /// <summary>What apps of Development Mode lost in 2026.</summary>
    private static readonly HashSet<string> Lost =
    [
        "available_markets", "popularity", "album_group", "label", "followers", "genres", "country", "explicit_content", "product",
        "publisher", "tracks", "track",
    ];

    [RecordedTheory]
    [InlineData("me", "current_user")]
    [InlineData("me/top/artists", "top_artists")]
    [InlineData("me/top/tracks", "top_tracks")]
    [InlineData("me/player/recently-played", "recently_played_tracks")]
    [InlineData("me/player/currently-playing", "current_playing_track")]
    [InlineData("me/player", "playback_1")]
    [InlineData("me/tracks", "saved_tracks")]
    [InlineData("me/albums", "saved_albums")]
    [InlineData("me/episodes", "saved_episodes")]
    [InlineData("me/playlists", "current_user_playlist_1")]
    [InlineData("playlists/{playlist}", "playlist_1")]
    [InlineData("playlists/{playlist}/items", "playlist_items")]
    [InlineData("me/following?type=artist", "followed_artists")]
    [InlineData("artists/{artist}", "artist")]
    [InlineData("artists/{artist}/albums", "artist_albums")]
    [InlineData("albums/{album}", "get_album")]
    [InlineData("albums/{album}/tracks", "album_tracks")]
    [InlineData("search?type=track&q=a", "search")]
    public async Task An_answer_has_the_fields_of_the_recorded_one(string path, string recorded)
    {
        await using var server = await FakeSpotifyServer.StartAsync();
        var expected = KindsOf(RecordedAnswers.Json(recorded));

        server.Options.HasOldFields = true;
        var old = KindsOf(await GetAsync(server, path));
        Assert.Empty(Unlike(old, expected));
        Assert.DoesNotContain(expected.Keys, place => !old.ContainsKey(place) && !IsAmong(place, Sometimes));

        server.Options.HasOldFields = false;
        var now = KindsOf(await GetAsync(server, path));
        Assert.Empty(Unlike(now, expected));
        Assert.DoesNotContain(old.Keys, place => !now.ContainsKey(place) && !IsAmong(place, Lost));
        Assert.DoesNotContain(
            now.Keys, place => place.Split('.')[^1] is "popularity" or "available_markets" or "label" or "product" or "publisher");
    }

    [RecordedTheory]
    [InlineData("playlists/0000000000000000000000", "playlist_not_found")]
    public async Task An_error_has_the_fields_of_the_recorded_one(string path, string recorded)
    {
        await using var server = await FakeSpotifyServer.StartAsync();
        Assert.Empty(RecordedAnswers.Differences(RecordedAnswers.Json(recorded), await GetAsync(server, path)));
    }

    private static IEnumerable<string> Unlike(
        Dictionary<string, HashSet<JsonValueKind>> actual, Dictionary<string, HashSet<JsonValueKind>> expected) =>
        actual.Where(pair => !IsAmong(pair.Key, New) && !IsBelowNothing(pair.Key, expected))
            .Where(pair => !expected.TryGetValue(pair.Key, out var kinds) || !pair.Value.All(kind => IsOneOf(kind, kinds)))
            .Select(pair => $"{pair.Key} is {string.Join('/', pair.Value)}");

    private static bool IsOneOf(JsonValueKind kind, HashSet<JsonValueKind> recorded) =>
        kind == JsonValueKind.Null || recorded.Contains(kind) || recorded.SetEquals([JsonValueKind.Null]);

    /// <summary>Whether the recorded answer has an empty list or null on the way, and so says nothing of what is below.</summary>
    private static bool IsBelowNothing(string place, Dictionary<string, HashSet<JsonValueKind>> expected)
    {
        var steps = place.Replace("[]", ".[]", StringComparison.Ordinal).Split('.');
        return Enumerable.Range(1, steps.Length - 1)
            .Select(length => string.Join('.', steps.Take(length)).Replace(".[]", "[]", StringComparison.Ordinal))
            .Any(above => (expected.TryGetValue(above, out var kinds) && kinds.SetEquals([JsonValueKind.Null]))
                || IsEmptyList(above, expected));
    }

    private static bool IsEmptyList(string place, Dictionary<string, HashSet<JsonValueKind>> expected) =>
        expected.TryGetValue(place, out var kinds) && kinds.Contains(JsonValueKind.Array) && !expected.ContainsKey(place + "[]");

    private static bool IsAmong(string place, HashSet<string> names) =>
        place.Replace("[]", "", StringComparison.Ordinal).Split('.').Any(names.Contains);

    /// <summary>Each place of an answer with the kinds of values there; entries of lists and languages of links are one place.</summary>
    private static Dictionary<string, HashSet<JsonValueKind>> KindsOf(JsonElement root)
    {
        var kinds = new Dictionary<string, HashSet<JsonValueKind>>(StringComparer.Ordinal);
        Add(root, "$");
        return kinds;

        void Add(JsonElement value, string place)
        {
            if (!kinds.TryGetValue(place, out var here)) kinds[place] = here = [];
            here.Add(value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind);
            var below = value.ValueKind switch
            {
                JsonValueKind.Array => value.EnumerateArray().Select(entry => (entry, place + "[]")),
                JsonValueKind.Object => value.EnumerateObject().Select(field => (field.Value, $"{place}.{field.Name}")),
                _ => [],
            };
            foreach (var (child, where) in below) Add(child, where);
        }
    }

    private static async Task<JsonElement> GetAsync(FakeSpotifyServer server, string path)
    {
        using var http = new HttpClient { BaseAddress = server.ApiUrl };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.AccessToken("ada"));
        var real = path.Replace("{playlist}", server.Listener("ada").Playlists[0].Id, StringComparison.Ordinal)
            .Replace("{artist}", server.World.Catalogue.Artists[0].Id, StringComparison.Ordinal)
            .Replace("{album}", server.World.Catalogue.Albums[0].Id, StringComparison.Ordinal);
        using var response = await http.GetAsync(new Uri(real, UriKind.Relative));
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }
}
