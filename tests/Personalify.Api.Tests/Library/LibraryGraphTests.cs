using System.Text.Json;
using Npgsql;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Tests.Catalog;
using Personalify.Testing;

namespace Personalify.Api.Tests.Library;

/// <summary>The library as clients ask for it.</summary>
public sealed class LibraryGraphTests
{
    [StoreFact]
    public async Task A_list_is_read_page_by_page_in_both_directions()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.SavedAlbums);
        var all = await home.NamesAsync("savedAlbums");

        var forward = new List<string>();
        string? after = null;
        do
        {
            var page = await PageAsync(home, $"first: 7{(after is null ? "" : $", after: \"{after}\"")}");
            forward.AddRange(Names(page));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                : null;
        }
        while (after is not null);
        var last = await PageAsync(home, "last: 5");
        var before = await PageAsync(home, $"last: 5, before: \"{last.GetProperty("pageInfo").GetProperty("startCursor").GetString()}\"");

        Assert.Equal(60, all.Count);
        Assert.Equal(all, forward);
        Assert.Equal(all[^5..], Names(last));
        Assert.Equal(all[^10..^5], Names(before));
        Assert.True(before.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [StoreFact]
    public async Task A_reader_of_pages_misses_nothing_when_something_is_saved_meanwhile()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.SavedAlbums);
        var all = await home.NamesAsync("savedAlbums");
        var first = await PageAsync(home, "first: 30");
        home.Listener.SavedAlbums.Insert(0, home.Listener.SavedAlbums[0] with
        {
            Item = home.Listener.SavedAlbums[0].Item with { Id = "0000000000000000000001" },
        });
        await home.RunAsync(SyncPart.SavedAlbums);

        var second = await PageAsync(home, $"first: 30, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"");

        Assert.Equal(all, Names(first).Concat(Names(second)));
    }

    [StoreFact]
    public async Task What_the_own_history_has_of_an_entry_is_found_for_a_whole_page_at_once()
    {
        await using var home = await LibraryHome.StartAsync();
        foreach (var part in (SyncPart[])[SyncPart.SavedTracks, SyncPart.SavedAlbums, SyncPart.FollowedArtists]) await home.RunAsync(part);
        var (track, album, artist) = (home.Listener.SavedTracks[3].Item, home.Listener.SavedAlbums[2].Item,
            home.Listener.FollowedArtists[1]);
        await AddAsync(home, track.Id!, album.Artist.Name, album.Name, artist.Name);
        using var statements = new StatementCounter(
            new NpgsqlConnectionStringBuilder(home.Application.ConnectionString).Database!, "tracks AS item", "artists AS item", "unnest");

        var library = await home.LibraryAsync(
            "savedTracks(first: 50) { nodes { spotifyId track { name } } } savedAlbums(first: 50) { nodes { name album { name } } } "
            + "followedArtists(first: 50) { nodes { name artist { name } } }");

        Assert.Equal([track.Id], Known(library, "savedTracks", "track").Select(node => node.GetProperty("spotifyId").GetString()));
        Assert.Contains(album.Name, Known(library, "savedAlbums", "album").Select(node =>
            node.GetProperty("album").GetProperty("name").GetString()));
        Assert.Contains(artist.Name, Known(library, "followedArtists", "artist").Select(node => node.GetProperty("name").GetString()));
        Assert.Equal(3, statements.Count);
    }

    [StoreFact]
    public async Task Each_list_says_since_when_it_is_kept_and_what_would_have_to_be_granted()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.ConnectAsync(LibraryHome.AdaId, "ada", Scopes.UserLibraryRead);
        await home.RunAsync(SyncPart.SavedShows);

        var library = await home.LibraryAsync("isConnected lists { kind entries syncedAt missingScopes }");

        Assert.True(library.GetProperty("isConnected").GetBoolean());
        var lists = library.GetProperty("lists").EnumerateArray().ToDictionary(list => list.GetProperty("kind").GetString()!);
        Assert.Equal(7, lists.Count);
        Assert.Equal(3, lists["SAVED_SHOWS"].GetProperty("entries").GetInt32());
        Assert.Equal(home.Application.Time.GetUtcNow(), lists["SAVED_SHOWS"].GetProperty("syncedAt").GetDateTimeOffset());
        Assert.Equal("[]", lists["SAVED_SHOWS"].GetProperty("missingScopes").GetRawText());
        Assert.Equal(JsonValueKind.Null, lists["SAVED_TRACKS"].GetProperty("syncedAt").ValueKind);
        Assert.Equal("[\"user-follow-read\"]", lists["FOLLOWED_ARTISTS"].GetProperty("missingScopes").GetRawText());
        Assert.Equal("[\"user-read-playback-position\"]", lists["SAVED_EPISODES"].GetProperty("missingScopes").GetRawText());
        Assert.Equal("[\"playlist-read-private\",\"playlist-read-collaborative\"]",
            lists["PLAYLISTS"].GetProperty("missingScopes").GetRawText());
    }

    [StoreFact]
    public async Task A_listener_who_is_not_connected_has_an_empty_library_and_no_listener_sees_anothers()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.SavedShows);
        await home.RunAsync(SyncPart.Playlists);

        Assert.Equal("""{"isConnected":false,"savedShows":{"totalCount":0}}""",
            (await home.LibraryAsync("isConnected savedShows { totalCount }", home.Bram)).GetRawText());
        Assert.Equal(JsonValueKind.Null, (await home.LibraryAsync(
            $"playlist(spotifyId: \"{home.Listener.Playlists[0].Id}\") {{ name }}", home.Bram)).GetProperty("playlist").ValueKind);
        var other = await home.Ada.SendAsync("{ users { nodes { library { savedShows { totalCount } } } } }");
        Assert.Contains("may not use User.library", other.GetProperty("errors")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal);
        using var stranger = home.Application.Connect();
        Assert.Equal(JsonValueKind.Null,
            (await stranger.SendAsync("{ me { library { isConnected } } }")).GetProperty("data").GetProperty("me").ValueKind);
    }

    private static IEnumerable<JsonElement> Known(JsonElement library, string list, string field) =>
        library.GetProperty(list).GetProperty("nodes").EnumerateArray().Where(node =>
            node.GetProperty(field).ValueKind == JsonValueKind.Object);

    private static Task AddAsync(LibraryHome home, string trackId, string artist, string album, string followed) => home.ExecuteAsync(
        $"""
        INSERT INTO artists (user_id, id, name, name_key) SELECT 1, row_number() OVER (), name, name
        FROM (SELECT DISTINCT unnest(ARRAY['{Quoted(artist)}', '{Quoted(followed)}']) AS name) AS names;
        INSERT INTO albums (user_id, id, artist_id, name, name_key)
        SELECT 1, 1, id, '{Quoted(album)}', '{Quoted(album)}' FROM artists WHERE name = '{Quoted(artist)}';
        INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, import_id, named_at)
        VALUES (1, 1, '{trackId}', 1, 1, 'Mine', 'Mine', 'x', 1, now());
        """);

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static async Task<JsonElement> PageAsync(LibraryHome home, string arguments) =>
        (await home.LibraryAsync($"savedAlbums({arguments}) {{ nodes {{ name }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}"))
        .GetProperty("savedAlbums");

    private static List<string> Names(JsonElement page) =>
        [.. page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!)];
}
