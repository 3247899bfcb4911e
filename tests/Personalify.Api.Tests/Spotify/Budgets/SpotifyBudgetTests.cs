using System.Diagnostics;
using Npgsql;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Tests.Data;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Spotify.Budgets;

/// <summary>What is asked is counted, and ends at the day's budget.</summary>
public sealed class SpotifyBudgetTests
{
    [Fact]
    public async Task A_days_budget_ends_and_the_next_day_has_another()
    {
        var clock = TestClock.At("2026-11-30T22:00:00Z");
        await using var home = await StartAsync(clock, ("Daily:CatalogueTracks", "3"));
        var id = home.Server.World.Catalogue.Tracks[0].Id!;
        for (var i = 0; i < 3; i++) await home.Ada.Tracks.Get(id);
        var spent = await Assert.ThrowsAsync<APITooManyRequestsException>(() => home.Ada.Tracks.Get(id));
        Assert.Equal((true, TimeSpan.FromHours(2)), (spent.IsQuota, spent.RetryAfter));
        Assert.Contains("Spotify:Budgets:Daily:CatalogueTracks", spent.Message, StringComparison.Ordinal);
        Assert.Equal(3, home.Server.Requests.Count("/v1/tracks/{id}"));

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(id, (await home.Clients.Create(home.Server.AccessToken("ada")).Tracks.Get(id)).Id);
    }

    [Fact]
    public async Task Work_in_the_background_leaves_a_share_to_listeners()
    {
        await using var home = await StartAsync(TimeProvider.System, ("Daily:CatalogueTracks", "5"), ("BackgroundShare", "0.6"));
        var id = home.Server.World.Catalogue.Tracks[0].Id!;
        var background = home.Ada.InBackground();
        for (var i = 0; i < 3; i++) await background.Tracks.Get(id);
        await Assert.ThrowsAsync<APITooManyRequestsException>(() => background.Tracks.Get(id));
        for (var i = 0; i < 2; i++) await home.Ada.Tracks.Get(id);
        Assert.Equal(5, home.Server.Requests.Count("/v1/tracks/{id}"));
    }

    [Fact]
    public async Task Every_try_counts()
    {
        await using var home = await StartAsync(TimeProvider.System);
        home.Server.Faults.Next("/v1/me", Fault.Empty(System.Net.HttpStatusCode.BadGateway), times: 2);
        await home.Ada.UserProfile.Current();
        Assert.Equal(3, (await UseAsync(home, QuotaGroup.Profile)).UsedToday);
    }

    [StoreFact]
    public async Task Counts_are_kept_and_added_up_over_processes()
    {
        await using var database = await MigratedDatabase.CreateAsync();
        await using var main = NpgsqlDataSource.Create(database.ConnectionString);
        await using var home = await SpotifyHome.StartAsync(main: main);
        await using var other = SpotifyHome.On(home.Server, main: main);
        for (var i = 0; i < 3; i++) await home.Ada.UserProfile.Current();
        for (var i = 0; i < 4; i++) await other.Ada.UserProfile.Current();
        await home.Service<SpotifyBudgets>().FlushAsync(default);
        await other.Service<SpotifyBudgets>().FlushAsync(default);
        await using var third = SpotifyHome.On(home.Server, main: main);
        Assert.Equal(7, (await UseAsync(third, QuotaGroup.Profile)).UsedToday);
    }

    [Fact]
    public async Task The_pace_lets_a_burst_through_and_then_so_many_a_second()
    {
        await using var home = await StartAsync(TimeProvider.System, ("RequestsPerSecond", "20"), ("Burst", "4"));
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => home.Ada.UserProfile.Current()));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(20)); // 12 of them wait 50 ms each
        Assert.Equal(16, home.Server.Requests.Count("/v1/me"));
    }

    [Fact]
    public async Task No_more_than_allowed_are_under_way_at_once()
    {
        await using var home = await StartAsync(TimeProvider.System, ("Concurrency", "2"), ("MaxWaiting", "1"));
        home.Server.Faults.Next("/v1/me", Fault.Hanging(), times: 3);
        using var end = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 3).Select(_ => home.Ada.UserProfile.Current(end.Token)).ToList();
        var crowded = await Assert.ThrowsAsync<APITooManyRequestsException>(async () =>
        {
            while (true) await home.Ada.UserProfile.Current(end.Token).WaitAsync(TimeSpan.FromSeconds(20));
        });
        Assert.False(crowded.IsQuota);
        await end.CancelAsync();
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("tracks/abc", QuotaGroup.CatalogueTracks)]
    [InlineData("artists/abc", QuotaGroup.CatalogueArtists)]
    [InlineData("artists/abc/albums?limit=10&offset=0", QuotaGroup.ArtistAlbums)]
    [InlineData("albums/abc/tracks?limit=50&offset=0", QuotaGroup.CatalogueAlbums)]
    [InlineData("me/playlists?limit=50", QuotaGroup.Playlists)]
    [InlineData("playlists/abc/items", QuotaGroup.Playlists)]
    [InlineData("me/player/recently-played?limit=50", QuotaGroup.Player)]
    [InlineData("me/player", QuotaGroup.Player)]
    [InlineData("me/tracks?limit=50", QuotaGroup.Library)]
    [InlineData("me/audiobooks", QuotaGroup.Library)]
    [InlineData("me/following?type=artist", QuotaGroup.Follow)]
    [InlineData("me/top/tracks?time_range=short_term", QuotaGroup.Tops)]
    [InlineData("me", QuotaGroup.Profile)]
    [InlineData("search?q=a", QuotaGroup.Search)]
    [InlineData("episodes/abc", QuotaGroup.CatalogueShows)]
    [InlineData("anything/else", QuotaGroup.Other)]
    public void Every_path_has_a_group(string path, QuotaGroup group) => Assert.Equal(group, SpotifyGroups.Of(path));

    private static Task<SpotifyHome> StartAsync(TimeProvider clock, params (string Name, string Value)[] settings) =>
        SpotifyHome.StartAsync(
            clock: clock, settings: settings.ToDictionary(pair => "Spotify:Budgets:" + pair.Name, pair => (string?)pair.Value));

    private static async Task<SpotifyBudget> UseAsync(SpotifyHome home, QuotaGroup group) =>
        (await home.Service<SpotifyBudgets>().ListAsync(home.Server.Options.ClientId, default)).Single(budget => budget.Group == group);
}
