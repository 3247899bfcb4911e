using System.Text.Json;
using System.Text.RegularExpressions;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Http;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Tests.Spotify;

/// <summary>Whatever Spotify said is what the models hold afterwards, field by field.</summary>
public sealed partial class RecordedAnswerTests
{
    [RecordedTheory]
    [InlineData("current_user", typeof(PrivateUser))]
    [InlineData("top_artists", typeof(Paging<FullArtist>))]
    [InlineData("top_tracks", typeof(Paging<FullTrack>))]
    [InlineData("recently_played_tracks", typeof(CursorPaging<PlayHistoryItem>))]
    [InlineData("current_playing_track", typeof(CurrentlyPlaying))]
    [InlineData("playback_1", typeof(CurrentlyPlayingContext))]
    [InlineData("playback_2", typeof(CurrentlyPlayingContext))]
    [InlineData("playback_3", typeof(CurrentlyPlayingContext))]
    [InlineData("playback_4", typeof(CurrentlyPlayingContext))]
    [InlineData("playback_episode_1", typeof(CurrentlyPlayingContext))]
    [InlineData("saved_tracks", typeof(Paging<SavedTrack>))]
    [InlineData("saved_albums", typeof(Paging<SavedAlbum>))]
    [InlineData("saved_episodes", typeof(Paging<SavedEpisodes>))]
    [InlineData("current_user_playlist_1", typeof(Paging<FullPlaylist>))]
    [InlineData("current_user_playlist_2", typeof(Paging<FullPlaylist>))]
    [InlineData("playlist_1", typeof(FullPlaylist))]
    [InlineData("playlist_2", typeof(FullPlaylist))]
    [InlineData("playlist_3", typeof(FullPlaylist))]
    [InlineData("new_playlist", typeof(FullPlaylist))]
    [InlineData("playlist_items", typeof(Paging<PlaylistTrack>))]
    [InlineData("followed_artists", typeof(FollowedArtistsResponse))]
    [InlineData("artist", typeof(FullArtist))]
    [InlineData("artist_albums", typeof(Paging<SimpleAlbum>))]
    [InlineData("get_album", typeof(FullAlbum))]
    [InlineData("album_tracks", typeof(Paging<SimpleTrack>))]
    [InlineData("episode", typeof(FullEpisode))]
    public void Every_field_is_kept(string name, Type type)
    {
        var answer = JsonSerializer.Deserialize(RecordedAnswers.Read(name), type, SpotifyJson.Default)!;
        var again = JsonSerializer.SerializeToElement(answer, type, SpotifyJson.Default);
        var differences = RecordedAnswers.Differences(RecordedAnswers.Json(name), again);
        Assert.Empty(differences.Where(difference => !NotKept().IsMatch(difference)).ToList());
    }

    [RecordedFact]
    public void The_tracks_of_a_search_are_tracks()
    {
        var tracks = RecordedAnswers.Json("search").GetProperty("tracks");
        var type = SpotifyJson.Of<Paging<FullTrack>>();
        var again = JsonSerializer.SerializeToElement(JsonSerializer.Deserialize(tracks, type)!, type);
        Assert.Empty(RecordedAnswers.Differences(tracks, again));
    }

    [RecordedTheory]
    [InlineData("devices", "devices", typeof(Device))]
    [InlineData("playlist_cover_image", null, typeof(Image))]
    public void Parts_of_answers_are_kept(string name, string? field, Type type)
    {
        var list = field is null ? RecordedAnswers.Json(name) : RecordedAnswers.Json(name).GetProperty(field);
        foreach (var entry in list.EnumerateArray())
        {
            var read = JsonSerializer.Deserialize(entry, type, SpotifyJson.Default)!;
            var again = JsonSerializer.SerializeToElement(read, type, SpotifyJson.Default);
            Assert.Empty(RecordedAnswers.Differences(entry, again));
        }
    }

    /// <summary>Of endpoints that were removed, or that only write or compare.</summary>
    [RecordedFact]
    public void Every_recorded_answer_is_looked_at_here()
    {
        string[] asked = ["search", "rate_limit", "playlist_not_found", "devices", "playlist_cover_image"];
        string[] unasked = ["audio_features", "library_contains", "playlist_update_items"];
        var whole = typeof(RecordedAnswerTests).GetMethod(nameof(Every_field_is_kept))!.GetCustomAttributes(inherit: false)
            .OfType<InlineDataAttribute>().Select(data => (string)data.GetData(null!).Single()[0]);
        var known = whole.Concat(asked).Concat(unasked);
        Assert.Equal(RecordedAnswers.Names.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{}""", "$.a: is lost")]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":{"b":["y"]}}""", "$.a.b[0]: \"x\" became \"y\"")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "$.a: 2 became 1 entries")]
    [InlineData("""{"a":null,"b":"2026-01-01T00:00:00Z","c":2.0}""", """{"b":"2026-01-01T00:00:00.000Z","c":2}""", null)]
    public void What_is_lost_or_changed_is_seen(string before, string after, string? difference)
    {
        using var expected = JsonDocument.Parse(before);
        using var actual = JsonDocument.Parse(after);
        Assert.Equal(difference, RecordedAnswers.Differences(expected.RootElement, actual.RootElement).SingleOrDefault());
    }

    [RecordedFact]
    public void Entries_are_what_they_were()
    {
        var playlist = SpotifyJson.Read<FullPlaylist>(RecordedAnswers.Read("playlist_1"))!;
        Assert.IsType<FullTrack>(playlist.Contents!.Items![0]!.Playable);
        var local = SpotifyJson.Read<CurrentlyPlayingContext>(RecordedAnswers.Read("playback_4"))!;
        Assert.Equal((null, true), ((local.Item as FullTrack)!.Id, (local.Item as FullTrack)!.IsLocal));
        Assert.IsType<FullEpisode>(SpotifyJson.Read<CurrentlyPlayingContext>(RecordedAnswers.Read("playback_episode_1"))!.Item);
        Assert.Contains(SpotifyJson.Read<Paging<SavedAlbum>>(RecordedAnswers.Read("saved_albums"))!.Items!, entry => entry is null);
        var plays = SpotifyJson.Read<CursorPaging<PlayHistoryItem>>(RecordedAnswers.Read("recently_played_tracks"))!;
        Assert.Equal(new DateTimeOffset(2026, 2, 25, 20, 15, 20, 497, TimeSpan.Zero), plays.Items![0]!.PlayedAt);
        Assert.Equal("1772050520497", plays.Cursors!.After);
    }

    [RecordedTheory]
    [InlineData("rate_limit", "API rate limit exceeded")]
    [InlineData("playlist_not_found", "Resource not found")]
    public void Errors_say_what_they_said(string name, string message) =>
        Assert.Equal(message, ErrorBody.Read(RecordedAnswers.Read(name)).Message);

    /// <summary>
    /// An entry of a playlist says of its item, by true and false, whether it is a track; and it has a picture of videos, which is never
    /// there.
    /// </summary>
    [GeneratedRegex(@"\.(item|track)\.(episode|track): is lost$|\.video_thumbnail: is lost$")]
    private static partial Regex NotKept();
}
