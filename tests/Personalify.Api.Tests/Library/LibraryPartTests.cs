using System.Globalization;
using Personalify.Api.Access.Connections;
using Personalify.Api.Library;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Sync;
using Personalify.FakeSpotify.Faults;
using Personalify.FakeSpotify.Invented;
using Personalify.Testing;

namespace Personalify.Api.Tests.Library;

/// <summary>What a list looks like after it was read, and after it could not be.</summary>
public sealed class LibraryPartTests
{
    [StoreTheory]
    [InlineData(SyncPart.SavedTracks, "/v1/me/tracks", 2_000, 40)]
    [InlineData(SyncPart.SavedAlbums, "/v1/me/albums", 60, 2)]
    [InlineData(SyncPart.FollowedArtists, "/v1/me/following", 60, 2)]
    [InlineData(SyncPart.SavedShows, "/v1/me/shows", 3, 1)]
    [InlineData(SyncPart.SavedEpisodes, "/v1/me/episodes", 7, 1)]
    [InlineData(SyncPart.SavedAudiobooks, "/v1/me/audiobooks", 2, 1)]
    public async Task A_list_is_kept_with_one_request_for_each_page(SyncPart part, string endpoint, int entries, int pages)
    {
        await using var home = await LibraryHome.StartAsync();
        var fetched = 0;

        var first = await home.RunAsync(part, fetched: count => fetched = count);
        var again = await home.RunAsync(part);

        Assert.Equal((entries, entries, 0), (first.Fetched, first.Added, first.Removed));
        Assert.Equal((entries, 0, 0), (again.Fetched, again.Added, again.Removed));
        Assert.Equal((2 * pages, entries), (home.Server.Requests.Count(endpoint), fetched));
        Assert.Equal(2 * pages, home.Server.Requests.All.Count);
        Assert.Null(first.Note);
    }

    [StoreFact]
    public async Task Entries_stand_in_Spotifys_order_with_what_it_says_of_them()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.SavedTracks);
        await home.RunAsync(SyncPart.SavedAudiobooks);

        var expected = home.Listener.SavedTracks[0];
        var library = await home.LibraryAsync(
            "savedTracks(first: 2) { totalCount nodes { spotifyId name artists albumName addedAt durationMs imageUrl url releaseDate } } "
            + "savedAudiobooks { nodes { name authors totalChapters url } }");

        var tracks = library.GetProperty("savedTracks");
        Assert.Equal(2_000, tracks.GetProperty("totalCount").GetInt32());
        var track = tracks.GetProperty("nodes")[0];
        Assert.Equal(expected.Item.Id, track.GetProperty("spotifyId").GetString());
        Assert.Equal(expected.Item.Name, track.GetProperty("name").GetString());
        Assert.Equal(expected.Item.Artists.Select(artist =>
            artist.Name), track.GetProperty("artists").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(expected.Item.Album!.Name, track.GetProperty("albumName").GetString());
        Assert.Equal(expected.AddedAt, track.GetProperty("addedAt").GetDateTimeOffset());
        Assert.Equal(expected.Item.DurationMs, track.GetProperty("durationMs").GetInt32());
        Assert.Equal($"https://open.spotify.com/track/{expected.Item.Id}", track.GetProperty("url").GetString());
        Assert.Matches("/image/[0-9a-f]{40}$", track.GetProperty("imageUrl").GetString());
        Assert.Equal(home.Listener.SavedTracks[1].Item.Name, tracks.GetProperty("nodes")[1].GetProperty("name").GetString());
        var book = library.GetProperty("savedAudiobooks").GetProperty("nodes")[0];
        Assert.Equal([home.Listener.SavedAudiobooks[0].Author], book.GetProperty("authors").EnumerateArray().Select(name =>
            name.GetString()));
        Assert.Equal(home.Listener.SavedAudiobooks[0].Chapters, book.GetProperty("totalChapters").GetInt32());
    }

    [StoreFact]
    public async Task What_was_added_and_removed_is_counted_and_only_that_is_written()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.SavedTracks);
        var newest = home.Listener.SavedTracks[0];
        home.Listener.SavedTracks.Insert(0, newest with { Item = home.Server.World.Catalogue.Tracks.First(
            track => home.Listener.SavedTracks.All(saved => saved.Item.Id != track.Id)), AddedAt = newest.AddedAt.AddHours(1) });
        home.Listener.SavedTracks.RemoveAt(5);

        var result = await home.RunAsync(SyncPart.SavedTracks);

        Assert.Equal((2_000, 1, 1), (result.Fetched, result.Added, result.Removed));
        Assert.Equal(home.Listener.SavedTracks.Take(100).Select(saved => saved.Item.Name), await home.NamesAsync("savedTracks"));
        // The five that stood above the removed one moved; the 1,995 below it are the rows that they were.
        Assert.Equal(1_995L, await home.ReadAsync<long>("SELECT count(*) FROM library_items WHERE xmin = (SELECT xmin FROM library_items WHERE place = 0)"));
    }

    [StoreTheory]
    [InlineData(SyncPart.SavedTracks, false)]
    [InlineData(SyncPart.SavedTracks, true)]
    [InlineData(SyncPart.Playlists, false)]
    [InlineData(SyncPart.Playlists, true)]
    public async Task Nothing_is_kept_of_an_account_that_was_wiped_while_its_list_was_read(SyncPart part, bool connectsAnother)
    {
        await using var home = await LibraryHome.StartAsync();
        var wiped = Task.CompletedTask;

        var result = await home.RunAsync(part, fetched: _ =>
        {
            if (wiped != Task.CompletedTask) return;
            wiped = Task.Run(async () =>
            {
                Assert.True(await home.Get<SpotifyWipes>().BeginAsync(LibraryHome.AdaId, CancellationToken.None));
                if (connectsAnother) await home.ConnectAsync(LibraryHome.AdaId, "bram");
            });
            wiped.Wait();
        });

        Assert.Equal((0, 0, 0), (result.Fetched, result.Added, result.Removed));
        Assert.Equal(0L, await home.ReadAsync<long>(
            "SELECT (SELECT count(*) FROM library_lists) + (SELECT count(*) FROM library_items) + (SELECT count(*) FROM playlists)"));
    }

    public static TheoryData<string, Fault> Interruptions => new()
    {
        { "quota", Fault.QuotaExceeded(TimeSpan.FromHours(23)) }, { "gone", Fault.Json(System.Net.HttpStatusCode.NotFound, "Not found") },
        { "page", Fault.Html(System.Net.HttpStatusCode.OK) }, { "no entries", Fault.Without("items") }, { "null", Fault.WithNull("items") },
        { "renamed", Fault.WithRenamed("items", "entries") }, { "no way on", Fault.WithNull("next") },
    };

    [StoreTheory]
    [MemberData(nameof(Interruptions))]
    public async Task A_failure_in_the_middle_leaves_the_list_as_it_was(string name, Fault fault)
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.SavedTracks);
        var before = await home.NamesAsync("savedTracks");
        home.Listener.SavedTracks.RemoveRange(0, 1_000);
        for (var page = 0; page < 3; page++) home.Server.Faults.Next("/v1/me/tracks", new Fault());
        home.Server.Faults.Next("/v1/me/tracks", fault);

        var failure = await Assert.ThrowsAnyAsync<APIException>(() => home.RunAsync(SyncPart.SavedTracks));

        Assert.True(home.Server.Faults.IsOver, name);
        Assert.NotEmpty(failure.Message);
        Assert.Equal(before, await home.NamesAsync("savedTracks"));
        Assert.Equal(2_000L, await home.ReadAsync<long>("SELECT count(*) FROM library_items"));
    }

    [StoreFact]
    public async Task Fields_that_are_missing_or_null_are_not_there_and_the_entries_are()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Server.Faults.Next("/v1/me/episodes", Fault.WithNull("added_at", "images", "duration_ms", "show", "release_date"));
        await home.RunAsync(SyncPart.SavedEpisodes);

        var nodes = (await home.LibraryAsync("savedEpisodes { nodes { name addedAt imageUrl durationMs showName releaseDate } }"))
            .GetProperty("savedEpisodes").GetProperty("nodes");

        Assert.Equal(7, nodes.GetArrayLength());
        Assert.Equal("""{"addedAt":null,"imageUrl":null,"durationMs":null,"showName":null,"releaseDate":null}""",
            "{" + nodes[0].GetRawText()[(nodes[0].GetRawText().IndexOf("\"addedAt\"", StringComparison.Ordinal))..]);
    }

    [StoreFact]
    public async Task Entries_that_are_null_are_left_out_and_one_that_stands_twice_is_kept_once()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Listener.SavedShows.Add(home.Listener.SavedShows[0]);
        Assert.Equal(3, (await home.RunAsync(SyncPart.SavedShows)).Fetched);

        home.Server.Faults.Next("/v1/me/shows", Fault.WithNull("show"));
        var result = await home.RunAsync(SyncPart.SavedShows);

        Assert.Equal((0, 3), (result.Fetched, result.Removed));
    }

    [StoreFact]
    public async Task Ten_thousand_saved_tracks_are_kept_and_beyond_the_limit_is_said_what_was_left_out()
    {
        await using var home = await LibraryHome.StartAsync(("Library:MaxEntries", "12000"));
        var saved = home.Listener.SavedTracks;
        var seed = saved[0];
        saved.Clear();
        saved.AddRange(Enumerable.Range(0, 10_000).Select(number => seed with
        {
            Item = seed.Item with { Id = string.Create(CultureInfo.InvariantCulture, $"{number:D22}") },
        }));
        Assert.Equal(10_000, (await home.RunAsync(SyncPart.SavedTracks)).Added);
        Assert.Equal(200, home.Server.Requests.Count("/v1/me/tracks"));

        saved.AddRange(Enumerable.Range(10_000, 2_500).Select(number => seed with
        {
            Item = seed.Item with { Id = string.Create(CultureInfo.InvariantCulture, $"{number:D22}") },
        }));
        home.Server.Requests.Clear();
        var result = await home.RunAsync(SyncPart.SavedTracks);

        Assert.Equal((12_000, 2_000, 0, 240), (result.Fetched, result.Added, result.Removed, home.Server.Requests.Count("/v1/me/tracks")));
        Assert.Equal("500 older entries were left out, because 12000 of a list are kept. Who runs this server can raise Library:MaxEntries.",
            result.Note);
        var list = (await home.LibraryAsync("lists { kind entries leftOut }")).GetProperty("lists")[0];
        Assert.Equal((12_000, 500), (list.GetProperty("entries").GetInt32(), list.GetProperty("leftOut").GetInt32()));
    }

    [StoreFact]
    public async Task A_list_that_changes_while_it_is_read_is_read_anew()
    {
        await using var home = await LibraryHome.StartAsync();
        var changes = 0;

        var result = await home.RunAsync(SyncPart.SavedAlbums, fetched: _ =>
        {
            if (changes++ == 0) home.Listener.SavedAlbums.RemoveAt(0);
        });

        Assert.Equal((59, 4), (result.Fetched, home.Server.Requests.Count("/v1/me/albums")));
        var endless = await Assert.ThrowsAsync<IncompleteListException>(
            () => home.RunAsync(SyncPart.SavedAlbums, fetched: _ => home.Listener.SavedAlbums.RemoveAt(0)));
        Assert.Contains("changed at Spotify each of 3 times", endless.Message, StringComparison.Ordinal);
        Assert.Equal(59L, await home.ReadAsync<long>("SELECT count(*) FROM library_items"));
    }

    [StoreFact]
    public async Task Two_listeners_have_their_own_and_what_is_wiped_or_deleted_is_one_listeners()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.ConnectAsync(LibraryHome.BramId, "bram");
        await home.RunAsync(SyncPart.SavedAlbums);
        await home.RunAsync(SyncPart.Playlists);
        await home.RunAsync(SyncPart.SavedAlbums, LibraryHome.BramId);
        await home.RunAsync(SyncPart.Playlists, LibraryHome.BramId);
        var brams = await home.NamesAsync("savedAlbums", home.Bram);
        Assert.Equal(home.Server.Listener("bram").SavedAlbums.Select(saved => saved.Item.Name), brams);
        var connection = (await home.Get<Api.Access.Connections.SpotifyConnectionStore>().FindAsync(LibraryHome.AdaId, default))!;

        foreach (var data in home.Application.Services.GetService(typeof(IEnumerable<Api.Access.Connections.ISpotifyData>))
            as IEnumerable<Api.Access.Connections.ISpotifyData> ?? []) await data.WipeAsync(connection, default);

        Assert.Empty(await home.NamesAsync("savedAlbums"));
        Assert.Empty(await home.NamesAsync("playlists"));
        Assert.Equal(brams, await home.NamesAsync("savedAlbums", home.Bram));
        await home.ExecuteAsync($"DELETE FROM users WHERE id = {LibraryHome.BramId}");
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT (SELECT count(*) FROM library_items) + (SELECT count(*) FROM playlist_items)"));
    }

    [StoreFact]
    public async Task What_comes_along_is_kept_for_the_catalogue()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.SavedAlbums);
        await home.RunAsync(SyncPart.FollowedArtists);
        await home.RunAsync(SyncPart.Playlists);

        Assert.True(await home.ReadAsync<long>("SELECT count(*) FROM spotify_albums") >= 60);
        Assert.True(await home.ReadAsync<long>("SELECT count(*) FROM spotify_artists") >= 60);
        Assert.True(await home.ReadAsync<long>("SELECT count(*) FROM spotify_tracks WHERE isrc IS NOT NULL") >= 130);
    }
}
