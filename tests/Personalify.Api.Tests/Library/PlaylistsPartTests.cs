using System.Net;
using System.Text.Json;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Sync;
using Personalify.FakeSpotify.Faults;
using Personalify.FakeSpotify.Invented;
using Personalify.Testing;

namespace Personalify.Api.Tests.Library;

/// <summary>Playlists, whose entries are kept where Spotify gives them.</summary>
public sealed class PlaylistsPartTests
{
    private const string Items = "/v1/playlists/{id}/items";

    [StoreFact]
    public async Task Entries_are_read_of_own_and_collaborative_playlists_and_again_only_after_a_change()
    {
        await using var home = await LibraryHome.StartAsync();
        var first = await home.RunAsync(SyncPart.Playlists);

        // 130 entries are three pages; then the mixture and the collaborative one. The empty one needs no request.
        Assert.Equal((1, 5), (home.Server.Requests.Count("/v1/me/playlists"), home.Server.Requests.Count(Items)));
        Assert.Equal((5 + 130 + 6 + 20, 5 + 130 + 6 + 20, 0), (first.Fetched, first.Added, first.Removed));
        Assert.Equal(
            "Of 5 playlists, 1 came without their entries: Spotify gives those only to who owns or edits a playlist.", first.Note);

        var again = await home.RunAsync(SyncPart.Playlists);
        Assert.Equal((5, 5, 0, 0), (home.Server.Requests.Count(Items), again.Fetched, again.Added, again.Removed));

        home.Listener.Playlists[2].Entries.RemoveAt(3);
        var changed = await home.RunAsync(SyncPart.Playlists);
        Assert.Equal((6, 24, 0, 1), (home.Server.Requests.Count(Items), changed.Fetched, changed.Added, changed.Removed));
    }

    [StoreFact]
    public async Task What_is_another_persons_has_no_entries_which_is_not_the_same_as_empty()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.Playlists);

        var playlists = (await home.LibraryAsync(
            "playlists { totalCount nodes { name isOwn isCollaborative itemsState total items(first: 3) { totalCount nodes { name } } } }"))
            .GetProperty("playlists");

        Assert.Equal(5, playlists.GetProperty("totalCount").GetInt32());
        var byName = playlists.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("name").GetString()!);
        Assert.Equal(home.Listener.Playlists.Select(playlist => playlist.Name), byName.Keys);
        Assert.Equal(("NOT_YOURS", JsonValueKind.Null), State(byName["Someone else's"]));
        Assert.Equal(("KEPT", JsonValueKind.Object), State(byName["Empty"]));
        Assert.Equal(0, byName["Empty"].GetProperty("items").GetProperty("totalCount").GetInt32());
        Assert.Equal(130, byName["Long drive"].GetProperty("items").GetProperty("totalCount").GetInt32());
        Assert.Equal(("KEPT", JsonValueKind.Object), State(byName["Together"]));
    }

    [StoreFact]
    public async Task Files_of_ones_own_and_episodes_are_kept_and_what_is_gone_is_not()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.Playlists);

        var items = (await home.LibraryAsync(
            $"playlist(spotifyId: \"{home.Listener.Playlists[1].Id}\") "
            + "{ items(first: 20) { nodes { kind name artists spotifyId isLocal url addedAt } } }"))
            .GetProperty("playlist").GetProperty("items").GetProperty("nodes").EnumerateArray().ToList();

        Assert.Equal(["TRACK", "TRACK", "TRACK", "TRACK", "EPISODE", "TRACK"], items.Select(item => item.GetProperty("kind").GetString()));
        var local = items[5];
        Assert.Equal(("Rehearsal tape", true), (local.GetProperty("name").GetString(), local.GetProperty("isLocal").GetBoolean()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (local.GetProperty("spotifyId").ValueKind,
            local.GetProperty("url").ValueKind));
        Assert.StartsWith("https://open.spotify.com/episode/", items[4].GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("spotify:local:", await home.ReadAsync<string>("SELECT uri FROM playlist_items WHERE is_local"),
            StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_failure_leaves_the_entries_as_they_were_and_the_next_run_goes_on_from_there()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.Playlists);
        foreach (var playlist in home.Listener.Playlists.Take(3)) playlist.Entries.RemoveAt(0);
        var second = $"/v1/playlists/{home.Listener.Playlists[1].Id}/items";
        home.Server.Faults.Next(second, Fault.RateLimited(TimeSpan.FromSeconds(30)));
        home.Server.Requests.Clear();

        await Assert.ThrowsAsync<APITooManyRequestsException>(() => home.RunAsync(SyncPart.Playlists));
        Assert.Equal("129 6 20", await CountsAsync(home));
        Assert.Equal(4, home.Server.Requests.Count(Items));

        await home.RunAsync(SyncPart.Playlists);
        Assert.Equal("129 5 19", await CountsAsync(home));
        Assert.Equal(6, home.Server.Requests.Count(Items));
    }

    [StoreTheory]
    [InlineData(HttpStatusCode.NotFound, "Resource not found")]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden")]
    public async Task A_playlist_that_Spotify_refuses_is_hidden_asked_for_once_and_the_others_are_read(HttpStatusCode status,
        string message)
    {
        await using var home = await LibraryHome.StartAsync();
        home.Server.Faults.Next($"/v1/playlists/{home.Listener.Playlists[0].Id}/items", Fault.Json(status, message));

        var result = await home.RunAsync(SyncPart.Playlists);
        await home.RunAsync(SyncPart.Playlists);

        Assert.Contains("2 came without their entries", result.Note, StringComparison.Ordinal);
        Assert.Equal(3, home.Server.Requests.Count(Items));
        Assert.Equal("HIDDEN", await home.ReadAsync<string>("SELECT items_state FROM playlists WHERE name = 'Long drive'"));
    }

    [StoreFact]
    public async Task An_older_app_gets_the_old_names_of_the_fields_and_the_entries_are_the_same()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Server.Options.HasOldFields = true;
        home.Server.Faults.Next("/v1/playlists/*", Fault.Without("item"), times: 9);

        await home.RunAsync(SyncPart.Playlists);

        Assert.Equal("130 6 20", await CountsAsync(home));
    }

    [StoreFact]
    public async Task A_playlist_that_is_unfollowed_goes_and_one_that_is_not_edited_together_any_more_is_closed()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.RunAsync(SyncPart.Playlists);
        var together = home.Listener.Playlists[2];
        home.Listener.Playlists[2] = together with { IsCollaborative = false };
        home.Listener.Playlists.RemoveAt(0);

        var result = await home.RunAsync(SyncPart.Playlists);

        Assert.Equal(1, result.Removed);
        Assert.Equal(6L, await home.ReadAsync<long>("SELECT count(*) FROM playlist_items"));
        Assert.Equal("NOT_YOURS", await home.ReadAsync<string>("SELECT items_state FROM playlists WHERE name = 'Together'"));
        home.Listener.Playlists[1] = together;
        await home.RunAsync(SyncPart.Playlists);
        Assert.Equal(26L, await home.ReadAsync<long>("SELECT count(*) FROM playlist_items"));
    }

    [StoreFact]
    public async Task The_same_track_may_stand_in_a_playlist_several_times()
    {
        await using var home = await LibraryHome.StartAsync();
        var entries = home.Listener.Playlists[4].Entries;
        entries.Add(home.Listener.Playlists[0].Entries[0]);
        entries.Add(home.Listener.Playlists[0].Entries[0]);
        await home.RunAsync(SyncPart.Playlists);
        entries.RemoveAt(1);

        var result = await home.RunAsync(SyncPart.Playlists);

        Assert.Equal((0, 1), (result.Added, result.Removed));
    }

    [StoreFact]
    public async Task Of_a_playlist_longer_than_the_limit_the_first_entries_are_kept_and_it_is_said()
    {
        await using var home = await LibraryHome.StartAsync(("Library:MaxPlaylistItems", "60"), ("Library:MaxPlaylists", "4"));

        var result = await home.RunAsync(SyncPart.Playlists);

        Assert.Contains("beyond this server's limits were left out: 71.", result.Note, StringComparison.Ordinal);
        Assert.Equal(70, await home.ReadAsync<int>("SELECT items_left_out FROM playlists WHERE name = 'Long drive'"));
    }

    private static (string?, JsonValueKind) State(JsonElement playlist) =>
        (playlist.GetProperty("itemsState").GetString(), playlist.GetProperty("items").ValueKind);

    private static Task<string> CountsAsync(LibraryHome home) => home.ReadAsync<string>(
        "SELECT string_agg(entries::text, ' ' ORDER BY place DESC) FROM (SELECT playlists.place, count(*) AS entries FROM playlists "
        + "JOIN playlist_items AS item USING (user_id) WHERE item.playlist_id = playlists.spotify_id GROUP BY playlists.place) AS counted");
}
