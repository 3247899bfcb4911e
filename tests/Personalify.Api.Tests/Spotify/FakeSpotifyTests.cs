using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Faults;
using Personalify.FakeSpotify.Invented;
using Personalify.Testing;

namespace Personalify.Api.Tests.Spotify;

/// <summary>The stand-in behaves as Spotify is documented, seen without the client.</summary>
public sealed class FakeSpotifyTests : IAsyncLifetime
{
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private readonly FakeTimeProvider _clock = TestClock.At("2026-11-30T12:00:00Z");
    private readonly HttpClient _http = new();
    private FakeSpotifyServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeSpotifyServer.StartAsync(clock: _clock);
        _http.BaseAddress = _server.ApiUrl;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _server.AccessToken("ada"));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("me/tracks?limit=51", "Invalid limit")]
    [InlineData("me/tracks?limit=0", "Invalid limit")]
    [InlineData("me/tracks?limit=many", "Invalid limit")]
    [InlineData("me/tracks?offset=-1", "Invalid offset")]
    [InlineData("search?q=a&type=track&limit=11", "Invalid limit")]
    [InlineData("artists/4tZwfgrHOc3mvqYlEYSvVi/albums?limit=11", "Invalid limit")]
    [InlineData("me/top/tracks?time_range=all", "Invalid time range")]
    [InlineData("me/following", "Invalid type")]
    [InlineData("me/player/recently-played?after=1&before=2", "Only one of after and before may be given")]
    [InlineData("tracks/short", "Invalid base62 id")]
    public async Task What_Spotify_refuses_is_refused(string path, string message) => Assert.Equal((400, message), await ErrorAsync(path));

    [Theory]
    [InlineData("tracks?ids=a,b")]
    [InlineData("playlists/4tZwfgrHOc3mvqYlEYSvVi/tracks")]
    [InlineData("browse/new-releases")]
    [InlineData("me/tracks/contains?ids=a")]
    public async Task What_was_removed_is_forbidden(string path) => Assert.Equal((403, "Forbidden"), await ErrorAsync(path));

    [Fact]
    public async Task A_page_has_twenty_entries_and_keeps_its_question()
    {
        var page = await GetAsync("search?q=e&type=track");
        Assert.Equal(5, page.GetProperty("tracks").GetProperty("items").GetArrayLength());
        page = await GetAsync("me/top/tracks?time_range=long_term&offset=20");
        Assert.Equal(
            (20, 20, 20),
            (page.GetProperty("items").GetArrayLength(), page.GetProperty("limit").GetInt32(), page.GetProperty("offset").GetInt32()));
        Assert.Contains("time_range=long_term&offset=40&limit=20", page.GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.Contains("offset=0", page.GetProperty("previous").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_or_with_another_the_challenge_says_which()
    {
        _http.DefaultRequestHeaders.Authorization = null;
        Assert.Contains("missing_token", await ChallengeAsync(), StringComparison.Ordinal);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "fake-access-invented.0000000000000000");
        Assert.Contains("invalid_token", await ChallengeAsync(), StringComparison.Ordinal);

        async Task<string> ChallengeAsync()
        {
            using var response = await _http.GetAsync(new Uri("me", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            return response.Headers.WwwAuthenticate.ToString();
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:5081/spotify/callback", true)]
    [InlineData("http://[::1]:5081/callback", true)]
    [InlineData("https://music.example/callback-here", true)]
    [InlineData("http://localhost:5081/callback", false)]
    [InlineData("http://192.168.1.5:5081/callback", false)]
    [InlineData("http://127.0.0.1:5081/spotify-callback", false)]
    [InlineData("nonsense", false)]
    public async Task The_page_of_consent_keeps_to_the_rules_of_addresses(string redirectUri, bool isAllowed)
    {
        using var response = await _http.GetAsync(Authorize(redirectUri));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(isAllowed ? "Not Spotify" : "INVALID_CLIENT: Invalid redirect URI", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registered_addresses_match_exactly_but_for_the_port_of_this_machine()
    {
        _server.Options.RedirectUris.Add("http://127.0.0.1/callback");
        _server.Options.RedirectUris.Add("https://music.example/callback");
        async Task<HttpStatusCode> StatusAsync(string address) => (await _http.GetAsync(Authorize(address))).StatusCode;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("http://127.0.0.1:7777/callback"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("http://127.0.0.1:7777/callback/"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("https://music.example:444/callback"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("https://music.example/Callback"));
    }

    [Fact]
    public async Task Who_cancels_comes_back_with_the_reason_and_the_state()
    {
        var landed = await _server.ApproveAsync(Authorize("http://127.0.0.1:1/callback"), "ada", agrees: false);
        var query = QueryHelpers.ParseQuery(landed.Query);
        Assert.Equal(("access_denied", "s"), (query["error"].Single(), query["state"].Single()));
        Assert.DoesNotContain("code", query.Keys);
    }

    [Theory]
    [InlineData("client_id=other")]
    [InlineData("response_type=token")]
    [InlineData("code_challenge_method=plain")]
    [InlineData("code_challenge=")]
    [InlineData("scope=everything")]
    public async Task A_wrong_question_has_no_page(string part)
    {
        var name = part.Split('=')[0];
        var query = QueryHelpers.ParseQuery(Authorize("http://127.0.0.1:1/callback").Query);
        if (part.EndsWith('=')) query.Remove(name);
        else query[name] = part.Split('=')[1];
        using var response = await _http.GetAsync(new Uri(QueryHelpers.AddQueryString(_server.Url + "authorize", query)));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Two_servers_invent_the_same_and_lists_move_with_the_days()
    {
        await using var other = await FakeSpotifyServer.StartAsync();
        var (ada, again, bram) = (_server.Listener("ada"), other.Listener("ada"), _server.Listener("bram"));
        Assert.Equal(2_000, ada.SavedTracks.Select(saved => saved.Item.Id).Distinct().Count());
        Assert.Equal(ada.SavedTracks, again.SavedTracks);
        Assert.NotEqual(ada.SavedTracks.Take(100), bram.SavedTracks.Take(100));
        var (today, tomorrow) = (_server.World.Now, _server.World.Now.AddDays(1));
        Assert.NotEqual(ada.TopTracks("short_term", today), ada.TopTracks("short_term", tomorrow));
        Assert.Equal(ada.RecentPlays(today), again.RecentPlays(today));
        Assert.All(ada.RecentPlays(today), play => Assert.True(play.PlayedAt <= today));
    }

    [Fact]
    public async Task As_many_people_are_invented_as_a_test_needs()
    {
        await using var crowd = await FakeSpotifyServer.StartAsync(new FakeSpotifyOptions { MoreListeners = 194 });
        Assert.Equal(200, crowd.World.Listeners.Count);
        Assert.Equal(["farah"], crowd.World.Listeners.Values.Where(listener => !listener.IsAllowed).Select(listener => listener.Name));
        Assert.NotEqual(crowd.Listener("listener6").SavedTracks, crowd.Listener("listener199").SavedTracks);
    }

    [Fact]
    public async Task Plays_that_a_test_gives_are_the_plays()
    {
        var (now, track) = (_server.World.Now, _server.World.Catalogue.Tracks[0]);
        _server.Listener("ada").Plays = [new FakePlay(track, now.AddHours(-1), null), new FakePlay(track, now.AddHours(1), null)];
        Assert.Equal(1, (await GetAsync("me/player/recently-played")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Faults_come_in_their_order_and_end()
    {
        _server.Faults.Next("/v1/me", Fault.Empty(HttpStatusCode.BadGateway), times: 2);
        _server.Faults.Next("/v1/*", Fault.RateLimited(TimeSpan.FromSeconds(9)));
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++) statuses.Add((int)(await _http.GetAsync(new Uri("me", UriKind.Relative))).StatusCode);
        Assert.Equal([502, 502, 429, 200], statuses);
        Assert.True(_server.Faults.IsOver);
        Assert.Equal([502, 502, 429, 200], _server.Requests.All.Select(request => request.Status));
    }

    [Fact]
    public async Task A_slow_answer_takes_as_long_as_it_was_told_to()
    {
        var started = _clock.GetUtcNow();
        _server.Faults.Next("/v1/me", Fault.Slow(TimeSpan.FromSeconds(5)));
        var answer = _http.GetStringAsync(new Uri("me", UriKind.Relative));
        await Eventually.IsTrueAsync(() => _server.Faults.IsOver, "the request has come");
        Assert.False(answer.IsCompleted);
        await Eventually.IsTrueAsync(
            () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                return answer.IsCompleted;
            },
            "the answer has come");
        Assert.Contains("fake-ada", await answer, StringComparison.Ordinal);
        Assert.True(_clock.GetUtcNow() - started >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_program_is_scripted_over_HTTP()
    {
        using var fault = JsonContent(new { status = 503, body = "upstream", contentType = "text/plain" });
        (await _http.PostAsync(new Uri(_server.Url, "fake/faults?path=/v1/me&times=1"), fault)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync(new Uri("me", UriKind.Relative))).StatusCode);
        using var counts = JsonDocument.Parse(await _http.GetStringAsync(new Uri(_server.Url, "fake/requests")));
        Assert.Equal(1, counts.RootElement.GetProperty("/v1/me").GetInt32());
    }

    [Fact]
    public async Task A_cover_is_a_picture_and_the_front_page_says_what_this_is()
    {
        var cover = (await GetAsync("me/tracks?limit=1")).GetProperty("items")[0].GetProperty("track").GetProperty("album")
            .GetProperty("images")[2].GetProperty("url").GetString()!;
        var bytes = await _http.GetByteArrayAsync(new Uri(cover));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], bytes.Take(4));
        Assert.Contains("Not Spotify", await _http.GetStringAsync(_server.Url), StringComparison.Ordinal);
    }

    private Uri Authorize(string redirectUri) => new(
        $"{_server.Url}authorize?client_id={_server.Options.ClientId}&response_type=code&state=s"
        + $"&redirect_uri={Uri.EscapeDataString(redirectUri)}&scope=user-top-read&code_challenge_method=S256&code_challenge={Challenge}");

    private async Task<(int, string?)> ErrorAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var error = json.RootElement.GetProperty("error");
        Assert.Equal((int)response.StatusCode, error.GetProperty("status").GetInt32());
        return ((int)response.StatusCode, error.GetProperty("message").GetString());
    }

    private async Task<JsonElement> GetAsync(string path) =>
        JsonDocument.Parse(await _http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).RootElement;

    private static StringContent JsonContent(object value) =>
        new(JsonSerializer.Serialize(value), System.Text.Encoding.UTF8, "application/json");
}
