using Npgsql;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;
using Personalify.Testing;

namespace Personalify.Api.Tests.Sync;

/// <summary>When parts are due, and who is queued.</summary>
public sealed class SyncScheduleTests
{
    [StoreFact]
    public async Task No_listener_is_queued_while_none_is_connected()
    {
        await using var home = await SyncHome.StartAsync();
        Assert.Equal(0, await home.Get<SyncSchedule>().QueueDueAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task A_part_is_due_at_once_after_connecting_and_again_within_a_day()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        var schedule = home.Get<SyncSchedule>();
        Assert.Equal(1, await schedule.QueueDueAsync(CancellationToken.None));
        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 1, "the first run ends");
        Assert.Equal(SyncTrigger.Schedule, home.History.Runs[0].Trigger);

        home.Application.Time.Advance(TimeSpan.FromHours(21));
        Assert.Equal(0, await schedule.QueueDueAsync(CancellationToken.None));
        home.Application.Time.Advance(TimeSpan.FromHours(3.1));
        Assert.Equal(1, await schedule.QueueDueAsync(CancellationToken.None));
        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 2, "the second run ends");
    }

    [StoreFact]
    public async Task A_run_that_is_queued_while_the_connection_ends_is_not_left_behind()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        var userId = await home.UserIdAsync("ada");
        await using var connection = await home.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var wipe = await connection.BeginTransactionAsync();
        await using (var end = new NpgsqlCommand("DELETE FROM spotify_connections", connection)) await end.ExecuteNonQueryAsync();

        var queued = home.Get<SyncQueue>().QueueAsync(userId, SyncTrigger.Listener, [SyncPart.TopLists], CancellationToken.None);
        await Eventually.IsTrueAsync(
            async () => queued.IsCompleted || await home.ReadAsync<bool>(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"),
            "the run waits for the wipe");
        await wipe.CommitAsync();

        Assert.Null(await queued);
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs"));
    }

    [StoreFact]
    public async Task What_was_not_granted_is_due_at_once_when_the_listener_has_agreed_again()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada", null, Scopes.UserReadRecentlyPlayed);
        var schedule = home.Get<SyncSchedule>();
        Assert.Equal(1, await schedule.QueueDueAsync(CancellationToken.None));
        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 1, "the run without a grant ends");
        Assert.Equal(SyncPartStatus.Skipped, Assert.Single(home.History.Runs[0].Parts).Status);
        home.Application.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await schedule.QueueDueAsync(CancellationToken.None));

        await home.ReconnectAsync("ada");
        Assert.Equal(1, await schedule.QueueDueAsync(CancellationToken.None));
        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 2, "the run with the grant ends");
        Assert.Equal(SyncPartStatus.Completed, Assert.Single(home.History.Runs[1].Parts).Status);
        Assert.Equal(0, await schedule.QueueDueAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task Who_has_to_sign_in_again_is_not_queued()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await home.ExecuteAsync("UPDATE spotify_connections SET status = 'SIGN_IN_AGAIN'");
        Assert.Equal(0, await home.Get<SyncSchedule>().QueueDueAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(SyncPart.RecentPlays, SyncPartStatus.Completed, 18, 20)]
    [InlineData(SyncPart.RecentPlays, SyncPartStatus.Failed, 18, 20)]
    [InlineData(SyncPart.RecentPlays, SyncPartStatus.Skipped, 1_296, 1_440)]
    [InlineData(SyncPart.TopLists, SyncPartStatus.Completed, 1_296, 1_440)]
    [InlineData(SyncPart.TopLists, SyncPartStatus.Failed, 27, 30)]
    [InlineData(SyncPart.SavedShows, SyncPartStatus.Skipped, 1_296, 1_440)]
    public void Listeners_who_began_together_do_not_stay_together(SyncPart part, SyncPartStatus status, int least, int most)
    {
        var now = DateTimeOffset.UnixEpoch;
        var none = new Dictionary<SyncPart, DateTimeOffset>();
        var minutes = Enumerable.Range(0, 200)
            .Select(_ => (SyncDue.After(new(part, status, 0, 0, 0, 0, null), now, none, new SyncOptions()) - now).TotalMinutes).ToList();
        Assert.All(minutes, minute => Assert.InRange(minute, least, most));
        Assert.True(minutes.Distinct().Count() > 100);
    }

    [Fact]
    public void Where_Spotify_asks_to_wait_longer_nothing_is_due_before()
    {
        var (now, until) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(2));
        var report = new SyncPartReport(SyncPart.RecentPlays, SyncPartStatus.Failed, 0, 0, 0, 1, null);
        var due = SyncDue.After(report, now, new Dictionary<SyncPart, DateTimeOffset> { [SyncPart.RecentPlays] = until },
            new SyncOptions());
        Assert.InRange(due, until, until.AddMinutes(2));
    }
}
