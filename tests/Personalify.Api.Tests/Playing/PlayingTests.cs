using System.Text;
using System.Text.Json;
using Personalify.Api.Playing;
using Personalify.Api.Spotify;
using Personalify.Api.Tests.Library;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Playing;

/// <summary>What plays now: asked while there are subscribers, once for all of them.</summary>
public sealed class PlayingTests
{
    private const string Player = "/v1/me/player";
    private const string NotKnown = "Spotify does not tell at the moment what you are playing. It is asked again in a while.";

    [StoreFact]
    public async Task Any_number_of_questions_within_the_interval_is_one_request()
    {
        await using var home = await LibraryHome.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NowAsync(home)));
        var playing = answers[0];

        Assert.Equal(1, home.Server.Requests.Count(Player));
        Assert.Single(answers.Select(answer => answer.GetProperty("name").GetString()).Distinct());
        Assert.Equal((true, 30_000, "TRACK"), (playing.GetProperty("isPlaying").GetBoolean(), playing.GetProperty("progressMs").GetInt32(),
            playing.GetProperty("kind").GetString()));
        Assert.StartsWith("https://open.spotify.com/track/", playing.GetProperty("url").GetString(), StringComparison.Ordinal);
        home.Application.Time.Advance(TimeSpan.FromSeconds(29));
        await NowAsync(home);
        Assert.Equal(1, home.Server.Requests.Count(Player));
        home.Application.Time.Advance(TimeSpan.FromSeconds(2));
        await NowAsync(home);
        Assert.Equal(2, home.Server.Requests.Count(Player));
    }

    [StoreFact]
    public async Task One_poller_serves_all_who_follow_and_ends_with_the_last()
    {
        await using var home = await LibraryHome.StartAsync();
        var follower = home.Get<PlayingFollower>();
        using var leaving = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 5).Select(_ =>
            follower.FollowAsync(LibraryHome.AdaId, leaving.Token).GetAsyncEnumerator(leaving.Token)).ToList();
        foreach (var reader in readers) Assert.True(await reader.MoveNextAsync());
        Assert.Equal(1, home.Server.Requests.Count(Player));

        home.Listener.IsPlaying = false;
        var next = readers.Select(reader => reader.MoveNextAsync().AsTask()).ToList();
        await AdvanceUntilAsync(home, () => next.All(each => each.IsCompleted));
        Assert.All(readers, reader => Assert.Null(reader.Current.Playing));
        Assert.Equal(2, home.Server.Requests.Count(Player));

        await leaving.CancelAsync();
        foreach (var reader in readers)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.MoveNextAsync());
            await reader.DisposeAsync();
        }

        for (var minute = 0; minute < 30; minute++) home.Application.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, home.Server.Requests.Count(Player));
    }

    [StoreFact]
    public async Task Who_is_idle_is_asked_for_every_three_minutes()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Listener.IsPlaying = false;
        Assert.Equal(JsonValueKind.Null, (await NowAsync(home)).ValueKind);
        home.Application.Time.Advance(TimeSpan.FromSeconds(179));
        await NowAsync(home);
        Assert.Equal(1, home.Server.Requests.Count(Player));
        home.Application.Time.Advance(TimeSpan.FromSeconds(2));
        await NowAsync(home);
        Assert.Equal(2, home.Server.Requests.Count(Player));
    }

    [StoreFact]
    public async Task A_quota_that_is_used_up_costs_one_request_a_day_and_shows_nothing()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Server.Faults.Next(Player, Fault.QuotaExceeded(TimeSpan.FromHours(23)));
        for (var hour = 0; hour < 22; hour++)
        {
            Assert.Equal(JsonValueKind.Null, (await NowAsync(home)).ValueKind);
            home.Application.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(1, home.Server.Requests.Count(Player));
        home.Application.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(JsonValueKind.Object, (await NowAsync(home)).ValueKind);
    }

    [StoreFact]
    public async Task An_episode_is_shown_with_its_podcast_and_what_has_no_name_is_not()
    {
        await using var home = await LibraryHome.StartAsync();
        var episode = home.Server.World.Catalogue.Shows[0].Episodes[0];
        home.Listener.Playing = episode;
        var playing = await NowAsync(home);
        Assert.Equal(("EPISODE", episode.Name, episode.Show.Name), (playing.GetProperty("kind").GetString(),
            playing.GetProperty("name").GetString(), playing.GetProperty("partOf").GetString()));

        home.Application.Time.Advance(TimeSpan.FromMinutes(1));
        home.Server.Faults.Next(Player, Fault.WithNull("item"));
        Assert.Equal(JsonValueKind.Null, (await NowAsync(home)).ValueKind);
    }

    [StoreFact]
    public async Task A_private_session_is_not_shown()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Listener.IsPrivateSession = true;
        Assert.Equal(JsonValueKind.Null, (await NowAsync(home)).ValueKind);
        Assert.Equal(1, home.Server.Requests.Count(Player));
    }

    [StoreFact]
    public async Task Without_the_scope_it_is_said_what_to_do_and_Spotify_is_not_asked()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.ConnectAsync(LibraryHome.AdaId, "ada", Scopes.UserLibraryRead);

        var error = (await home.Ada.SendAsync("{ me { nowPlaying { name } } }")).GetProperty("errors")[0];
        Assert.Equal("SPOTIFY_SCOPE_MISSING", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("allow it", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("SPOTIFY_SCOPE_MISSING", await SubscriptionErrorAsync(home.Ada));
        Assert.Equal("SPOTIFY_NOT_CONNECTED", await SubscriptionErrorAsync(home.Bram));
        Assert.Equal(JsonValueKind.Null,
            (await home.Bram.QueryAsync("{ me { nowPlaying { name } } }")).GetProperty("me").GetProperty("nowPlaying").ValueKind);
        Assert.Empty(home.Server.Requests.All);
    }

    [StoreFact]
    public async Task The_smaller_scope_is_enough()
    {
        await using var home = await LibraryHome.StartAsync();
        await home.ConnectAsync(LibraryHome.AdaId, "ada", Scopes.UserReadCurrentlyPlaying);
        Assert.Equal(JsonValueKind.Object, (await NowAsync(home)).ValueKind);
        Assert.Equal(1, home.Server.Requests.Count("/v1/me/player/currently-playing"));
    }

    [StoreFact]
    public async Task A_subscription_tells_what_plays()
    {
        await using var home = await LibraryHome.StartAsync();
        var first = await FirstAsync(home.Ada, "subscription { nowPlaying { name isPlaying } }");
        Assert.True(first.GetProperty("data").GetProperty("nowPlaying").GetProperty("isPlaying").GetBoolean());
    }

    [StoreFact]
    public async Task A_Spotify_that_hangs_costs_three_seconds_and_is_said_in_a_sentence_until_it_answers()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Server.Faults.Next(Player, Fault.Hanging());
        var asking = AskAsync(home);
        await Eventually.IsTrueAsync(() => home.Server.Faults.IsOver, "Spotify is asked and does not answer");

        home.Application.Time.Advance(TimeSpan.FromSeconds(3));
        var hung = await asking.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(JsonValueKind.Null, hung.GetProperty("nowPlaying").ValueKind);
        Assert.Equal(NotKnown, hung.GetProperty("nowPlayingProblem").GetString());
        home.Application.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(NotKnown, (await AskAsync(home)).GetProperty("nowPlayingProblem").GetString());
        home.Application.Time.Advance(TimeSpan.FromMinutes(1));
        var answered = await AskAsync(home);
        Assert.Equal((JsonValueKind.Object, JsonValueKind.Null),
            (answered.GetProperty("nowPlaying").ValueKind, answered.GetProperty("nowPlayingProblem").ValueKind));
    }

    [StoreFact]
    public async Task Where_nothing_plays_or_nobody_is_connected_there_is_no_problem()
    {
        await using var home = await LibraryHome.StartAsync();
        home.Listener.IsPlaying = false;
        Assert.Equal(JsonValueKind.Null, (await AskAsync(home)).GetProperty("nowPlayingProblem").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await AskAsync(home, home.Bram)).GetProperty("nowPlayingProblem").ValueKind);
    }

    [StoreFact]
    public async Task However_many_follow_over_the_network_Spotify_is_asked_once()
    {
        await using var home = await LibraryHome.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            FirstAsync(home.Ada, "subscription { nowPlaying { name } }")));

        Assert.All(answers, answer => Assert.NotEqual(JsonValueKind.Null, answer.GetProperty("data").GetProperty("nowPlaying").ValueKind));
        Assert.Equal(1, home.Server.Requests.Count(Player));
    }

    [Fact]
    public void The_next_question_comes_with_the_tracks_end_if_that_is_sooner()
    {
        Assert.Equal(TimeSpan.FromSeconds(11), PlayingPauses.After(Track(progress: 190_000, duration: 200_000)));
        Assert.Equal(TimeSpan.FromSeconds(30), PlayingPauses.After(Track(progress: 0, duration: 200_000)));
        Assert.Equal(TimeSpan.FromSeconds(5), PlayingPauses.After(Track(progress: 200_000, duration: 200_000)));
        Assert.Equal(TimeSpan.FromSeconds(30), PlayingPauses.After(Track(progress: null, duration: 200_000)));
        Assert.Equal(TimeSpan.FromSeconds(180), PlayingPauses.After(Track(progress: 0, duration: 200_000) with { IsPlaying = false }));
        Assert.Equal(TimeSpan.FromSeconds(180), PlayingPauses.After(null));
    }

    private static NowPlaying Track(int? progress, int duration) => new()
    {
        Kind = Api.Library.PlaylistItemKind.Track, Name = "a", Artists = [], IsPlaying = true, ProgressMs = progress, DurationMs = duration,
        AsOf = DateTimeOffset.UnixEpoch,
    };

    private static Task AdvanceUntilAsync(LibraryHome home, Func<bool> condition) => Eventually.IsTrueAsync(
        () =>
        {
            if (condition()) return true;
            home.Application.Time.Advance(TimeSpan.FromSeconds(1));
            return false;
        },
        "it is told");

    private static async Task<JsonElement> AskAsync(LibraryHome home, ApiClient? client = null) =>
        (await (client ?? home.Ada).QueryAsync("{ me { nowPlaying { name } nowPlayingProblem } }")).GetProperty("me");

    private static async Task<JsonElement> NowAsync(LibraryHome home) =>
        (await home.Ada.QueryAsync("{ me { nowPlaying { kind name artists partOf isPlaying progressMs durationMs url track { id } } } }"))
        .GetProperty("me").GetProperty("nowPlaying");

    private static async Task<string?> SubscriptionErrorAsync(ApiClient client) =>
        (await FirstAsync(client, "subscription { nowPlaying { name } }")).GetProperty("errors")[0]
        .GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<JsonElement> FirstAsync(ApiClient client, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return JsonDocument.Parse(line[6..]).RootElement.Clone();
        }

        throw new InvalidOperationException("The subscription ended without an event.");
    }
}
