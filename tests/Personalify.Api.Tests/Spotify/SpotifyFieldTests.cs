using System.Text;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Http;
using Personalify.Api.Spotify.Models;
using Personalify.FakeSpotify.Faults;

namespace Personalify.Api.Tests.Spotify;

/// <summary>Unknown, missing, renamed, null and odd fields cost themselves and nothing else.</summary>
public sealed class SpotifyFieldTests : IAsyncLifetime
{
    private SpotifyHome _home = null!;

    public async Task InitializeAsync() => _home = await SpotifyHome.StartAsync();

    public Task DisposeAsync() => _home.DisposeAsync().AsTask();

    [Theory]
    [InlineData("id")]
    [InlineData("artists")]
    [InlineData("album")]
    [InlineData("images")]
    [InlineData("external_ids")]
    [InlineData("duration_ms")]
    [InlineData("total")]
    [InlineData("href")]
    public async Task Any_field_may_be_missing_null_or_called_otherwise(string name)
    {
        Fault[] faults = [Fault.Without(name), Fault.WithNull(name), Fault.WithRenamed(name, name + "_2027")];
        foreach (var fault in faults)
        {
            _home.Server.Faults.Next("/v1/me/top/tracks", fault);
            Assert.Equal(50, (await _home.Ada.Personalization.GetTopTracks(TimeRange.ShortTerm)).Items!.Count);
        }
    }

    [Fact]
    public async Task The_old_names_of_a_playlists_contents_are_known()
    {
        var id = _home.Server.Listener("ada").Playlists[0].Id;
        _home.Server.Faults.Next("/v1/playlists/*", new Fault { Renamed = new Dictionary<string, string> { ["item"] = "track" } });
        var playlist = await _home.Ada.Playlists.Get(id);
        Assert.All(playlist.Contents!.Items!, entry => Assert.NotNull(entry!.Playable));
        _home.Server.Faults.Next("/v1/me/playlists", Fault.WithNull("images", "owner", "description"));
        Assert.Equal(5, (await _home.Ada.Playlists.CurrentUsers()).Items!.Count);
    }

    [Fact]
    public void Odd_values_count_as_missing()
    {
        var track = Read<FullTrack>("""
            {"name":1989,"duration_ms":"200000","track_number":3.0,"disc_number":{"odd":true},"explicit":"true","is_local":[],
             "popularity":99999999999,"genres":["a"],"new_in_2027":{"deep":[1,2,{"x":null}]},"album":null}
            """);
        Assert.Equal(("1989", 200_000, 3, null, true), (track.Name, track.DurationMs, track.TrackNumber, track.DiscNumber, track.Explicit));
        Assert.Equal((null, null, null), (track.IsLocal, track.Popularity, track.Album));
    }

    [Theory]
    [InlineData("""{"added_at":"not a time","item":{"name":"first","type":"track"}}""", typeof(FullTrack))]
    [InlineData("""{"item":{"type":"episode","name":"first"}}""", typeof(FullEpisode))]
    [InlineData("""{"item":{"show":{"type":"show"},"name":"first","type":"episode"}}""", typeof(FullEpisode))]
    [InlineData("""{"item":{"name":"first","type":"hologram","new":[{}]}}""", typeof(OtherItem))]
    [InlineData("""{"item":{"name":"first","type":7}}""", typeof(OtherItem))]
    [InlineData("""{"item":null,"track":{"track":true,"episode":false,"type":"track","name":"first"}}""", typeof(FullTrack))]
    public void An_item_is_what_its_type_says(string json, Type type)
    {
        var entry = Read<PlaylistTrack>(json);
        Assert.IsType(type, entry.Playable);
        Assert.Equal("first", entry.Playable!.Name);
        Assert.Null(entry.AddedAt);
    }

    [Theory]
    [InlineData("""{"item":true}""")]
    [InlineData("""{"item":["x"]}""")]
    [InlineData("""{"item":"x"}""")]
    public void An_item_that_is_no_object_is_none(string json) => Assert.Null(Read<PlaylistTrack>(json).Playable);

    private static T Read<T>(string json) => SpotifyJson.Read<T>(Encoding.UTF8.GetBytes(json))!;
}
