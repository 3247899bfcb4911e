using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Tests.Data;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Spotify.Budgets;

/// <summary>A quota that is used up stops its group of endpoints and nothing else, for as long as Spotify says.</summary>
public sealed class QuotaCircuitTests
{
    private const string Artist = "/v1/artists/{id}";
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [StoreFact]
    public async Task A_day_long_refusal_stops_the_group_only_and_outlives_the_process()
    {
        await using var database = await MigratedDatabase.CreateAsync();
        await using var main = NpgsqlDataSource.Create(database.ConnectionString);
        var clock = TestClock.At("2026-11-30T10:00:00Z");
        await using var home = await SpotifyHome.StartAsync(clock: clock, main: main);
        home.Server.Faults.Next("/v1/artists/*", Fault.QuotaExceeded(Day));
        var id = home.Server.World.Catalogue.Artists[0].Id;
        Assert.True((await RefusedAsync(home.Ada, id)).IsQuota);

        var bram = home.Clients.Create(home.Server.AccessToken("bram"));
        Assert.True((await RefusedAsync(bram, id)).IsQuota);
        Assert.Equal("fake-bram", (await bram.UserProfile.Current()).Id);
        Assert.NotNull(await home.Ada.Tracks.Get(home.Server.World.Catalogue.Tracks[0].Id!));
        Assert.Equal(1, home.Server.Requests.Count(Artist));

        await home.StopAsync();
        await using var restarted = SpotifyHome.On(home.Server, clock, main: main);
        Assert.Equal(Day, (await RefusedAsync(restarted.Ada, id)).RetryAfter);
        Assert.Equal(1, home.Server.Requests.Count(Artist));

        clock.Advance(Day + TimeSpan.FromSeconds(1));
        Assert.Equal(id, (await restarted.Clients.Create(home.Server.AccessToken("ada")).Artists.Get(id)).Id);
    }

    [StoreFact]
    public async Task Another_process_learns_of_it_within_seconds()
    {
        await using var database = await MigratedDatabase.CreateAsync();
        await using var main = NpgsqlDataSource.Create(database.ConnectionString);
        var clock = TestClock.At("2026-11-30T10:00:00Z");
        await using var home = await SpotifyHome.StartAsync(clock: clock, main: main);
        await using var other = SpotifyHome.On(home.Server, clock, main: main);
        var id = home.Server.World.Catalogue.Artists[0].Id;
        Assert.NotNull(await other.Ada.Artists.Get(id));
        home.Server.Faults.Next("/v1/artists/*", Fault.QuotaExceeded(Day));
        await RefusedAsync(home.Ada, id);

        clock.Advance(SpotifyBudgets.Freshness + TimeSpan.FromSeconds(1));
        await RefusedAsync(other.Ada, id);
        Assert.Equal(2, home.Server.Requests.Count(Artist));
    }

    [Fact]
    public async Task Another_client_id_has_a_quota_of_its_own()
    {
        await using var home = await SpotifyHome.StartAsync();
        home.Server.Faults.Next("/v1/artists/*", Fault.QuotaExceeded(Day));
        var id = home.Server.World.Catalogue.Artists[0].Id;
        await RefusedAsync(home.Ada, id);
        var brought = home.Clients.Create(new TokenAuthenticator(home.Server.AccessToken("bram")), new SpotifyCaller("brought"));
        Assert.Equal(id, (await brought.Artists.Get(id)).Id);
    }

    [Fact]
    public async Task Without_a_time_it_is_an_hour_then_two_up_to_a_day_and_an_hour_again_after_an_answer()
    {
        var clock = TestClock.At("2026-11-30T10:00:00Z");
        await using var home = await SpotifyHome.StartAsync(clock: clock);
        var id = home.Server.World.Catalogue.Artists[0].Id;
        var pauses = new List<int>();
        for (var i = 0; i < 7; i++) pauses.Add(await HoursAsync(home, clock, id));
        Assert.Equal([1, 2, 4, 8, 16, 24, 24], pauses);

        Assert.NotNull(await Ada(home).Artists.Get(id));
        Assert.Equal(1, await HoursAsync(home, clock, id));
    }

    [Fact]
    public async Task A_pause_of_seconds_closes_nothing()
    {
        await using var home = await SpotifyHome.StartAsync();
        home.Server.Faults.Next("/v1/artists/*", Fault.RateLimited(TimeSpan.FromSeconds(30)));
        var id = home.Server.World.Catalogue.Artists[0].Id;
        Assert.False((await RefusedAsync(home.Ada, id)).IsQuota);
        Assert.Equal(id, (await home.Ada.Artists.Get(id)).Id);
    }

    private static SpotifyClient Ada(SpotifyHome home) => home.Clients.Create(home.Server.AccessToken("ada"));

    /// <summary>Spotify refuses without a time; after so many hours the group is asked again.</summary>
    private static async Task<int> HoursAsync(SpotifyHome home, FakeTimeProvider clock, string id)
    {
        home.Server.Faults.Next("/v1/artists/*", Fault.QuotaExceeded(null));
        await RefusedAsync(Ada(home), id);
        var pause = (await RefusedAsync(Ada(home), id)).RetryAfter!.Value;
        clock.Advance(pause);
        return (int)pause.TotalHours;
    }

    private static Task<APITooManyRequestsException> RefusedAsync(SpotifyClient client, string id) =>
        Assert.ThrowsAsync<APITooManyRequestsException>(() => client.Artists.Get(id));
}
