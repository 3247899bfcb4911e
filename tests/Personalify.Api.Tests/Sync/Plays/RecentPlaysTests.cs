using System.Net;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Sync.Plays;
using Personalify.Api.Tests.Imports;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.Plays.PolledHome;

namespace Personalify.Api.Tests.Sync.Plays;

public sealed class RecentPlaysTests : IAsyncLifetime
{
    private const string Endpoint = "/v1/me/player/recently-played";
    private PolledHome _home = null!;

    public async Task InitializeAsync() => _home = await PolledHome.CreateAsync();

    public async Task DisposeAsync() => await _home.DisposeAsync();

    [StoreFact]
    public async Task A_poll_is_one_request_and_asks_from_a_month_before_what_it_knows_in_milliseconds()
    {
        var first = await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00.123Z"), Play("2024-03-01T10:04:00.456Z", "Harbour"));
        var second = await _home.PollAsync();

        Assert.Equal((2, 2), (first.Fetched, first.Added));
        Assert.Equal((2, 0), (second.Fetched, second.Added));
        var since = DateTimeOffset.Parse("2024-01-30T10:04:00.456Z", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            ["?limit=50", $"?limit=50&after={since.ToUnixTimeMilliseconds()}"],
            _home.Spotify.Requests.All.Where(request => request.Endpoint == Endpoint).Select(request => request.Query));
        Assert.Equal("LIVE Lanterns 10:00:00, LIVE Harbour 10:04:00", await _home.CountedAsync());
        Assert.Equal(0, await _home.Home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task A_play_has_the_tracks_length_and_no_circumstances_and_is_kept_as_it_was_told()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00.123Z", ms: 187_654));

        Assert.Equal("187654|t|t|f|t", await _home.Home.ReadAsync<string>(
            """
            SELECT concat_ws('|', ms_played, ended_at = '2024-03-01 10:00:00.123Z', reported_at = ended_at, is_superseded,
                num_nulls(reason_start, reason_end, platform, shuffle, skipped, offline, incognito) = 7) FROM plays
            """));
        Assert.Equal(
            "187654|album", await _home.Home.ReadAsync<string>("SELECT concat_ws('|', duration_ms, context_type) FROM polled_plays"));
        Assert.Equal("Lanterns", await _home.Home.ReadAsync<string>("SELECT name FROM spotify_tracks"));
    }

    [StoreFact]
    public async Task The_title_of_a_play_is_read_for_its_mood_where_the_play_is_stored()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z", "I love you so much"));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z", "I love you so much"), Play("2024-03-01T10:04:00Z", "夜明け"));

        Assert.Equal("I love you so much: 3, 夜明け: -", await _home.Home.ReadAsync<string>(
            """
            SELECT string_agg(track.name || ': ' || coalesce(score.mood::text, '-'), ', ' ORDER BY track.id)
            FROM mood_scores AS score JOIN tracks AS track ON track.user_id = score.user_id AND track.id = score.track_id
            """));
    }

    [StoreFact]
    public async Task A_play_that_turns_up_later_than_younger_ones_is_found()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-02-20T08:00:00Z", "Harbour"));

        Assert.Equal("LIVE Harbour 08:00:00, LIVE Lanterns 10:00:00", await _home.CountedAsync());
    }

    [StoreFact]
    public async Task A_play_that_Spotify_gives_another_time_is_one_play()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T09:50:00Z", "Harbour"), Play("2024-03-01T10:00:00Z"));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T09:50:00Z", "Harbour"), Play("2024-03-01T10:03:20Z"));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T09:50:00Z", "Harbour"), Play("2024-03-01T10:03:20Z"));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T09:50:00Z", "Harbour"), Play("2024-03-01T10:00:00Z"));

        Assert.Equal("LIVE Harbour 09:50:00, LIVE Lanterns 10:00:00", await _home.CountedAsync());
        Assert.Equal(3L, await _home.Home.ReadAsync<long>("SELECT count(*) FROM polled_plays"));
    }

    [StoreFact]
    public async Task A_track_that_is_played_over_and_over_is_as_many_plays()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T10:03:20Z"));
        await _home.PollAsync(
            ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T10:03:20Z"), Play("2024-03-01T10:06:40Z"));

        Assert.Equal("LIVE Lanterns 10:00:00, LIVE Lanterns 10:03:20, LIVE Lanterns 10:06:40", await _home.CountedAsync());
    }

    [StoreFact]
    public async Task What_Spotify_leaves_out_costs_only_itself()
    {
        _home.Spotify.Faults.Next(
            Endpoint, Fault.Without("duration_ms", "album", "artists", "context", "uri", "external_ids", "type", "cursors"));
        var poor = await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        _home.Spotify.Faults.Next(Endpoint, Fault.WithNull("track"));
        var nameless = await _home.PollAsync();

        Assert.Equal((1, 1, null as string), (poor.Fetched, poor.Added, poor.Note));
        const string note = "Recent plays that Spotify told without their track or time, and that could not be kept: 1.";
        Assert.Equal((0, note), (nameless.Fetched, nameless.Note));
        Assert.Equal("LIVE Lanterns 10:00:00", await _home.CountedAsync());
        Assert.Equal("Unknown artist", await _home.Home.ReadAsync<string>("SELECT name FROM artists"));
    }

    [StoreFact]
    public async Task A_file_of_the_listeners_own_is_its_artist_and_title()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z", id: null), Play("2024-03-01T10:10:00Z", id: null));
        await _home.PollAsync();
        await _home.Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:05Z") { Uri = null }));

        Assert.Equal("EXTENDED Lanterns 10:00:05, LIVE Lanterns 10:10:00", await _home.CountedAsync());
    }

    [StoreTheory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(403)]
    public async Task A_refusal_leaves_everything_as_it_was(int status)
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        var before = await _home.Home.DumpPlaysAsync();
        _home.Tell(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T10:10:00Z"));
        _home.Spotify.Faults.Next(
            Endpoint, status == 429 ? Fault.RateLimited(TimeSpan.FromSeconds(30)) : Fault.Json((HttpStatusCode)status, "no"), times: 20);

        await Assert.ThrowsAnyAsync<APIException>(() => _home.PollAsync());

        Assert.Equal(before, await _home.Home.DumpPlaysAsync());
        _home.Spotify.Faults.Clear();
        Assert.Equal(1, (await _home.PollAsync()).Added);
    }

    [StoreFact]
    public async Task Two_polls_at_once_store_what_one_does()
    {
        _home.Tell(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T10:10:00Z"), Play("2024-03-01T10:20:00Z", "Harbour"));

        var results = await Task.WhenAll(_home.PollAsync(), _home.PollAsync(), _home.PollAsync());

        Assert.Equal(3, results.Sum(result => result.Added));
        Assert.Equal("LIVE Lanterns 10:00:00, LIVE Lanterns 10:10:00, LIVE Harbour 10:20:00", await _home.CountedAsync());
        Assert.Equal(1L, await _home.Home.ReadAsync<long>("SELECT count(*) FROM imports"));
    }

    [StoreFact]
    public async Task An_answer_that_comes_after_the_listener_has_disconnected_stores_nothing()
    {
        var before = await _home.Home.DumpPlaysAsync();
        await _home.Home.ExecuteAsync("DELETE FROM spotify_connections WHERE user_id = 1");

        var answer = AnswerOf(DateTimeOffset.UtcNow, [Play("2024-03-01T10:00:00Z")]);
        var added = await _home.Home.Get<PolledPlayMerge>().RunAsync(ConnectionOf(ImportHome.Ada, "ada"), answer, CancellationToken.None);

        Assert.Equal(0, added);
        Assert.Equal(before, await _home.Home.DumpPlaysAsync());
        Assert.Equal(0L, await _home.Home.ReadAsync<long>("SELECT count(*) FROM imports"));
    }
}
