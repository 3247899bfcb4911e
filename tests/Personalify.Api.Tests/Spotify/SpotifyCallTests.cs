using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Models;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Invented;
using Personalify.Testing;

namespace Personalify.Api.Tests.Spotify;

/// <summary>Every call, over HTTP, against what the fake knows.</summary>
public sealed class SpotifyCallTests : IAsyncLifetime
{
    private SpotifyHome _home = null!;

    private FakeListener Ada => _home.Server.Listener("ada");

    public async Task InitializeAsync() => _home = await SpotifyHome.StartAsync(clock: TestClock.At("2026-11-30T12:00:00Z"));

    public Task DisposeAsync() => _home.DisposeAsync().AsTask();

    [Fact]
    public async Task Current_is_the_listener_with_the_id_of_the_account()
    {
        var user = await _home.Ada.UserProfile.Current();
        Assert.Equal(("fake-ada", Ada.AccountId, "Ada (invented)", "user"), (user.Id, user.AccountId, user.DisplayName, user.Type));
        Assert.Null(user.Product);
        Assert.Equal(640, user.Images![0]!.Width);
    }

    [Theory]
    [InlineData(TimeRange.ShortTerm, "short_term")]
    [InlineData(TimeRange.MediumTerm, "medium_term")]
    [InlineData(TimeRange.LongTerm, "long_term")]
    public async Task Top_lists_have_the_order_of_their_range(TimeRange range, string name)
    {
        var artists = await _home.Ada.Personalization.GetTopArtists(range);
        var tracks = await _home.Ada.Personalization.GetTopTracks(range, limit: 5, offset: 10);
        Assert.Equal(
            Ada.TopArtists(name, _home.Server.World.Now).Take(50).Select(artist => artist.Id),
            artists.Items!.Select(artist => artist!.Id));
        Assert.Equal(
            Ada.TopTracks(name, _home.Server.World.Now).Skip(10).Take(5).Select(track => track.Isrc),
            tracks.Items!.Select(track => track!.Isrc));
        Assert.Equal((100, 5, 10), (tracks.Total, tracks.Limit, tracks.Offset));
        Assert.Null(tracks.Items![0]!.Popularity);
        Assert.Null(artists.Items![0]!.Genres);
    }

    [Fact]
    public async Task Recent_plays_come_with_their_cursor_and_only_what_is_newer()
    {
        var plays = await _home.Ada.Player.GetRecentlyPlayed();
        Assert.Equal(50, plays.Items!.Count);
        Assert.Equal(
            plays.Items[0]!.PlayedAt!.Value.ToUnixTimeMilliseconds(),
            long.Parse(plays.Cursors!.After!, System.Globalization.CultureInfo.InvariantCulture));

        var newer = await _home.Ada.Player.GetRecentlyPlayed(after: plays.Items[3]!.PlayedAt);
        Assert.Equal(plays.Items.Take(3).Select(play => play!.PlayedAt), newer.Items!.Select(play => play!.PlayedAt));
        var older = await _home.Ada.Player.GetRecentlyPlayed(before: plays.Items[47]!.PlayedAt);
        Assert.Equal(plays.Items.Skip(48).Select(play => play!.PlayedAt), older.Items!.Select(play => play!.PlayedAt));
        var none = await _home.Ada.Player.GetRecentlyPlayed(after: plays.Items[0]!.PlayedAt);
        Assert.Empty(none.Items!);
        Assert.Null(none.Cursors);
    }

    [Fact]
    public async Task What_is_playing_may_be_a_track_an_episode_or_nothing()
    {
        Assert.Equal(
            Ada.TrackAt(_home.Server.World.Now).Id,
            Assert.IsType<FullTrack>((await _home.Ada.Player.GetCurrentlyPlaying())!.Item).Id);
        Ada.Playing = _home.Server.World.Catalogue.Shows[1].Episodes[0];
        var playback = await _home.Ada.Player.GetCurrentPlayback();
        Assert.Equal(Ada.Playing.Id, Assert.IsType<FullEpisode>(playback!.Item).Id);
        Assert.Equal(("An invented speaker", "off", true), (playback.Device!.Name, playback.RepeatState, playback.IsPlaying));
        Ada.IsPlaying = false;
        Assert.Null(await _home.Ada.Player.GetCurrentlyPlaying());
        Assert.Null(await _home.Ada.Player.GetCurrentPlayback());
    }

    [Fact]
    public async Task The_library_has_everything_that_was_saved()
    {
        var library = _home.Ada.Library;
        var track = (await library.GetTracks()).Items![0]!;
        Assert.Equal((Ada.SavedTracks[0].Item.Id, Ada.SavedTracks[0].AddedAt), (track.Track!.Id, track.AddedAt));
        var album = (await library.GetAlbums()).Items![0]!;
        Assert.Equal((Ada.SavedAlbums[0].Item.Upc, Ada.SavedAlbums[0].Item.Tracks.Count), (album.Album!.Upc, album.Album.Tracks!.Total));
        Assert.Equal(Ada.SavedShows.Select(show => show.Item.Id), (await library.GetShows()).Items!.Select(show => show!.Show!.Id));
        Assert.Equal(
            Ada.SavedEpisodes.Select(episode => episode.Item.Show.Name),
            (await library.GetEpisodes()).Items!.Select(episode => episode!.Episode!.Show!.Name));
        Assert.Equal(
            Ada.SavedAudiobooks.Select(book => book.Author),
            (await library.GetAudiobooks()).Items!.Select(book => book!.Authors![0]!.Name));
    }

    [Fact]
    public async Task Playlists_of_others_have_no_contents_which_is_not_empty()
    {
        var playlists = await _home.Ada.Playlists.CurrentUsers();
        Assert.Equal([130, 7, 20, null, 0], playlists.Items!.Select(playlist => playlist!.Contents?.Total));
        Assert.All(playlists.Items!, playlist => Assert.NotNull(playlist!.SnapshotId));
        Assert.Equal(50, (await _home.Ada.Playlists.Get(playlists.Items![0]!.Id!)).Contents!.Items!.Count);
        Assert.Null((await _home.Ada.Playlists.Get(playlists.Items![3]!.Id!)).Contents);
        Assert.Empty((await _home.Ada.Playlists.Get(playlists.Items![4]!.Id!)).Contents!.Items!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Entries_of_a_playlist_are_read_by_either_name(bool hasOldFields)
    {
        _home.Server.Options.HasOldFields = hasOldFields;
        if (hasOldFields) _home.Server.Faults.Next("/v1/playlists/*", Personalify.FakeSpotify.Faults.Fault.Without("item"));
        var entries = (await _home.Ada.Playlists.GetPlaylistItems(Ada.Playlists[1].Id)).Items!;
        Assert.Equal(Ada.Playlists[1].Entries.Select(entry => entry.Item?.Name), entries.Select(entry => entry!.Playable?.Name));
        Assert.IsType<FullEpisode>(entries[4]!.Playable);
        Assert.Equal((null, true), (Assert.IsType<FullTrack>(entries[5]!.Playable).Id, entries[5]!.IsLocal));
        Assert.Null(entries[6]!.AddedAt);
    }

    [Fact]
    public async Task Followed_artists_come_by_cursor()
    {
        var first = (await _home.Ada.Follow.OfCurrentUser()).Artists!;
        var second = (await _home.Ada.Follow.OfCurrentUser(after: first.Cursors!.After)).Artists!;
        Assert.Equal(Ada.FollowedArtists.Select(artist => artist.Id), first.Items!.Concat(second.Items!).Select(artist => artist!.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Single_entries_are_found_by_their_id()
    {
        var catalogue = _home.Server.World.Catalogue;
        var (spotify, album) = (_home.Ada, catalogue.Albums[1]);
        Assert.Equal(album.Artist.Name, (await spotify.Artists.Get(album.Artist.Id)).Name);
        Assert.Equal(4, (await spotify.Artists.GetAlbums(album.Artist.Id)).Items!.Count);
        Assert.Equal((album.Name, 60, 50), await AlbumOf(spotify, album.Id));
        Assert.Equal(10, (await spotify.Albums.GetTracks(album.Id, offset: 50)).Items!.Count);
        Assert.Equal(catalogue.Tracks[5].Isrc, (await spotify.Tracks.Get(catalogue.Tracks[5].Id!)).Isrc);
        Assert.Equal(12, (await spotify.Shows.Get(catalogue.Shows[0].Id)).Episodes!.Items!.Count);
        Assert.Equal(catalogue.Shows[0].Name, (await spotify.Episodes.Get(catalogue.Shows[0].Episodes[3].Id!)).Show!.Name);
    }

    [Fact]
    public async Task An_older_app_gets_the_older_fields()
    {
        _home.Server.Options.HasOldFields = true;
        var artist = (await _home.Ada.Personalization.GetTopArtists(TimeRange.LongTerm, limit: 1)).Items![0]!;
        Assert.Equal((true, true), (artist.Popularity > 0, artist.Followers!.Total > 0));
        Assert.NotEmpty(artist.Genres!);
        Assert.Equal("premium", (await _home.Ada.UserProfile.Current()).Product);
    }

    private static async Task<(string?, int?, int?)> AlbumOf(SpotifyClient spotify, string id)
    {
        var album = await spotify.Albums.Get(id);
        return (album.Name, album.TotalTracks, album.Tracks!.Items!.Count);
    }
}
