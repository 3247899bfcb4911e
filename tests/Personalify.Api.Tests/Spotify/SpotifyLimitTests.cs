using System.Diagnostics;
using System.Net;
using Personalify.Api.Spotify.Errors;
using Personalify.FakeSpotify.Faults;

namespace Personalify.Api.Tests.Spotify;

/// <summary>No answer takes longer or is larger than the settings say.</summary>
public sealed class SpotifyLimitTests
{
    [Fact]
    public async Task A_silent_Spotify_is_left_after_the_time_of_the_settings()
    {
        await using var home = await StartAsync(
            ("AttemptTimeout", "00:00:00.2"), ("TotalTimeout", "00:00:00.7"), ("MaxRetryAfter", "00:00:00.1"));
        home.Server.Faults.Next("/v1/me", Fault.Hanging(), times: int.MaxValue);
        var started = Stopwatch.GetTimestamp();
        var failure = await Assert.ThrowsAsync<APIUnavailableException>(() => home.Ada.UserProfile.Current());
        Assert.Contains("in time", failure.Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task One_slow_try_does_not_lose_the_call()
    {
        await using var home = await StartAsync(("AttemptTimeout", "00:00:01"), ("TotalTimeout", "00:00:30"));
        home.Server.Faults.Next("/v1/me", Fault.Hanging());
        Assert.Equal("fake-ada", (await home.Ada.UserProfile.Current()).Id);
    }

    [Fact]
    public async Task A_caller_can_give_up()
    {
        await using var home = await SpotifyHome.StartAsync();
        home.Server.Faults.Next("/v1/me", Fault.Hanging());
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => home.Ada.UserProfile.Current(cancellation.Token));
    }

    [Fact]
    public async Task An_answer_larger_than_allowed_is_not_read_and_not_asked_again()
    {
        await using var home = await StartAsync(("MaxBodyBytes", "2000"));
        var failure = await Assert.ThrowsAsync<APIUnreadableException>(() => home.Ada.Library.GetTracks());
        Assert.Contains("2000 bytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, home.Server.Requests.Count("/v1/me/tracks"));
        Assert.Equal("fake-ada", (await home.Ada.UserProfile.Current()).Id);
    }

    [Fact]
    public async Task Of_a_long_error_only_the_beginning_is_kept()
    {
        await using var home = await SpotifyHome.StartAsync();
        home.Server.Faults.Next("/v1/me", Fault.Text(HttpStatusCode.NotFound, new string('x', 1_000_000)));
        var failure = await Assert.ThrowsAsync<APINotFoundException>(() => home.Ada.UserProfile.Current());
        Assert.Equal(200, failure.SpotifyMessage!.Length);
    }

    private static Task<SpotifyHome> StartAsync(params (string Name, string Value)[] settings) =>
        SpotifyHome.StartAsync(settings: settings.ToDictionary(setting => "Spotify:" + setting.Name, setting => (string?)setting.Value));
}
