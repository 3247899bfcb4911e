using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Models;
using Personalify.FakeSpotify.Faults;

namespace Personalify.Api.Tests.Spotify;

public sealed class SpotifyPagingTests : IAsyncLifetime
{
    private SpotifyHome _home = null!;

    public async Task InitializeAsync() => _home = await SpotifyHome.StartAsync();

    public Task DisposeAsync() => _home.DisposeAsync().AsTask();

    [Fact]
    public async Task Two_thousand_saved_tracks_take_forty_requests()
    {
        var spotify = _home.Ada;
        var ids = new List<string?>();
        await foreach (var saved in spotify.Paginate(await spotify.Library.GetTracks())) ids.Add(saved.Track!.Id);
        Assert.Equal(_home.Server.Listener("ada").SavedTracks.Select(saved => saved.Item.Id), ids);
        Assert.Equal(40, _home.Server.Requests.Count("/v1/me/tracks"));
        Assert.Equal(40, _home.Server.Requests.All.Count);
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(120, 3)]
    public async Task No_page_is_fetched_that_is_not_needed(int items, int requests)
    {
        var spotify = _home.Ada;
        Assert.Equal(items, await CountAsync(spotify.Paginate(await spotify.Library.GetTracks(), maxItems: items)));
        Assert.Equal(requests, _home.Server.Requests.Count("/v1/me/tracks"));
    }

    [Fact]
    public async Task Pages_by_cursor_are_followed_wrapped_or_not()
    {
        var spotify = _home.Ada;
        var artists = (await spotify.Follow.OfCurrentUser()).Artists!;
        Assert.Equal(60, await CountAsync(spotify.Paginate<FullArtist, FollowedArtistsResponse>(artists, next => next.Artists)));
        Assert.Equal(2, _home.Server.Requests.Count("/v1/me/following"));

        Assert.Equal(50, await CountAsync(spotify.Paginate(await spotify.Player.GetRecentlyPlayed(limit: 20))));
        Assert.Equal(4, _home.Server.Requests.Count("/v1/me/player/recently-played"));
    }

    [Fact]
    public async Task An_embedded_first_page_leads_to_the_others()
    {
        var spotify = _home.Ada;
        var album = await spotify.Albums.Get(_home.Server.World.Catalogue.Albums[1].Id);
        Assert.Equal(60, await CountAsync(spotify.Paginate(album.Tracks!)));
        Assert.Equal((1, 1), (_home.Server.Requests.Count("/v1/albums/{id}"), _home.Server.Requests.Count("/v1/albums/{id}/tracks")));
    }

    [Theory]
    [InlineData("https://elsewhere.example/v1/me/tracks?offset=50")]
    [InlineData("//elsewhere.example/v1/me/tracks")]
    [InlineData("http://127.0.0.1:1/v1/me/tracks")]
    [InlineData("/fake/requests")]
    public async Task A_token_never_goes_anywhere_but_to_the_Web_API(string next)
    {
        var first = new Paging<SavedTrack> { Items = [new SavedTrack()], Next = next };
        var failure = await Assert.ThrowsAsync<APIPagingException>(() => CountAsync(_home.Ada.Paginate(first)));
        Assert.Contains("was not fetched", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_home.Server.Requests.All);
    }

    [Fact]
    public async Task A_way_in_circles_ends_with_an_error()
    {
        var next = $"{_home.Server.ApiUrl}me/tracks?offset=0&limit=50";
        _home.Server.Faults.Next("/v1/me/tracks", Looping(next), times: int.MaxValue);
        var first = new Paging<SavedTrack> { Items = [new SavedTrack()], Next = next };
        await Assert.ThrowsAsync<APIPagingException>(() => CountAsync(_home.Ada.Paginate(first)));
        Assert.Equal(1, _home.Server.Requests.Count("/v1/me/tracks"));
    }

    [Fact]
    public async Task Entries_that_are_null_and_an_empty_last_page_are_passed_over()
    {
        var next = $"{_home.Server.ApiUrl}me/tracks?offset=5000&limit=50";
        var first = new Paging<SavedTrack> { Items = [null, new SavedTrack()], Next = next };
        Assert.Equal(1, await CountAsync(_home.Ada.Paginate(first)));
        Assert.Equal(0, await CountAsync(_home.Ada.Paginate(new Paging<SavedTrack> { Next = next })));
        Assert.Equal(1, _home.Server.Requests.Count("/v1/me/tracks"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public async Task A_limit_that_Spotify_refuses_is_not_sent(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _home.Ada.Library.GetTracks(limit));
        Assert.Empty(_home.Server.Requests.All);
    }

    private static Fault Looping(string next) => new() { Status = 200, Body = $$"""{"items":[{}],"next":"{{next}}"}""" };

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var item in items) count += item is null ? 1_000_000 : 1;
        return count;
    }
}
