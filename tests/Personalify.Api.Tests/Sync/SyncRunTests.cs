using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Sync;

/// <summary>What becomes of a run and its parts.</summary>
public sealed class SyncRunTests
{
    [StoreFact]
    public async Task A_run_brings_the_top_lists_and_is_kept_in_the_history_with_its_requests()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");

        var run = await home.SyncAsync(ada, "TOP_LISTS");

        Assert.Equal((SyncRunStatus.Completed, SyncTrigger.Listener), (run.Status, run.Trigger));
        var report = Assert.Single(run.Parts);
        Assert.Equal((SyncPart.TopLists, SyncPartStatus.Completed), (report.Part, report.Status));
        Assert.Equal(home.Spotify.Requests.All.Count, report.Requests);
        Assert.Equal([TimeRange.ShortTerm, TimeRange.MediumTerm, TimeRange.LongTerm], run.Tops.Select(lists => lists.TimeRange));
        Assert.All(run.Tops, lists => Assert.Equal(Enumerable.Range(1, 99), lists.Tracks.Select(track => track.Rank)));
        var current = await home.History.FindCurrentAsync(run.UserId, run.SpotifyId, TimeRange.ShortTerm, CancellationToken.None);
        Assert.Equal(run.Id, current!.RunId);
    }

    [StoreFact]
    public async Task Parts_run_in_their_order_and_one_that_fails_does_not_end_the_others()
    {
        var ran = new List<SyncPart>();
        await using var home = await SyncHome.StartAsync(services => services
            .AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedAlbums, _ => ran.Add(SyncPart.SavedAlbums)))
            .AddSingleton<ISyncPart>(new TestPart(SyncPart.Playlists, _ => throw new InvalidOperationException("broken on purpose")))
            .AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedTracks, _ => ran.Add(SyncPart.SavedTracks))));
        using var ada = await home.ConnectAsync("ada");

        var run = await home.SyncAsync(ada, "PLAYLISTS", "SAVED_ALBUMS", "SAVED_TRACKS");

        Assert.Equal([SyncPart.SavedTracks, SyncPart.SavedAlbums], ran);
        Assert.Equal(SyncRunStatus.Partial, run.Status);
        Assert.Equal(
            [SyncPartStatus.Completed, SyncPartStatus.Completed, SyncPartStatus.Failed], run.Parts.Select(part => part.Status));
        Assert.DoesNotContain("purpose", run.Parts[^1].Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_was_not_granted_is_left_out_and_said_without_asking()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada", null, Scopes.UserLibraryRead);

        var run = await home.SyncAsync(ada, "TOP_LISTS");

        Assert.Equal(SyncPartStatus.Skipped, run.Parts[0].Status);
        Assert.Equal("You have not granted user-top-read. Sign in with Spotify again and allow it.", run.Parts[0].Message);
        Assert.Empty(home.Spotify.Requests.All);
    }

    public static TheoryData<Fault, SyncPartStatus, string> Failures() => new()
    {
        { Fault.QuotaExceeded(TimeSpan.FromHours(5)), SyncPartStatus.Failed,
            "Spotify's quota for this is used up until 2026-03-01 17:00 UTC. It is tried again then." },
        { Fault.QuotaExceeded(null), SyncPartStatus.Failed,
            "Spotify's quota for this is used up, and Spotify does not say for how long. It is tried again later." },
        { Fault.Unauthorized(), SyncPartStatus.Failed, SyncSentences.SignInAgain },
        {
            Fault.Json(System.Net.HttpStatusCode.Forbidden, "Active premium subscription required for the owner of the app."),
            SyncPartStatus.Skipped,
            "Spotify does not answer this server: the owner of the client id has no Premium. It works again when the owner subscribes."
        },
        { Fault.Text(System.Net.HttpStatusCode.Forbidden, "User not registered in the Developer Dashboard"), SyncPartStatus.Skipped,
            "You are not on the list of users of this server's Spotify app. Its owner can add you in Spotify's Developer Dashboard." },
        { Fault.Json(System.Net.HttpStatusCode.Forbidden, "Forbidden"), SyncPartStatus.Skipped,
            "Spotify does not give this to apps in Development Mode." },
    };

    [StoreFact]
    public async Task A_failure_of_Spotify_is_a_sentence_that_a_listener_understands()
    {
        foreach (var row in Failures())
        {
            // Each by itself, because a quota that is used up is not asked again.
            await using var home = await SyncHome.StartAsync();
            using var ada = await home.ConnectAsync("ada");
            var (fault, status, message) = ((Fault)row[0], (SyncPartStatus)row[1], (string)row[2]);
            home.Spotify.Faults.Next("/v1/me/top/*", fault, int.MaxValue);
            var run = await home.SyncAsync(ada, "TOP_LISTS");
            Assert.Equal((status, message), (run.Parts[0].Status, run.Parts[0].Message));
            Assert.Equal(SyncRunStatus.Failed, run.Status);
        }
    }

    [StoreFact]
    public async Task A_failure_of_the_whole_connection_ends_the_asking()
    {
        var ran = false;
        await using var home = await SyncHome.StartAsync(services =>
            services.AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedShows, _ => ran = true)));
        using var ada = await home.ConnectAsync("ada");
        home.Spotify.Faults.Next("/v1/*", Fault.Unauthorized(), int.MaxValue);

        var run = await home.SyncAsync(ada, "TOP_LISTS", "SAVED_SHOWS");

        Assert.All(run.Parts, part => Assert.Equal(SyncSentences.SignInAgain, part.Message));
        Assert.False(ran);
    }

    [StoreFact]
    public async Task A_history_that_is_away_gets_the_run_when_it_is_back()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        home.History.IsAway = true;
        await SyncHome.StartAsync(ada, "TOP_LISTS");
        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs WHERE status = 'FINISHED' AND kept_at IS NULL") == 1,
                "the run ends");
        Assert.Empty(home.History.Runs);

        home.History.IsAway = false;
        await home.Get<SyncOutbox>().DeliverAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs WHERE kept_at IS NULL") == 0, "the history has it");

        Assert.Equal(3, Assert.Single(home.History.Runs).Tops.Count);
        Assert.Equal(0, await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs WHERE kept_at IS NULL"));
    }

    [StoreFact]
    public async Task Asking_twice_gives_the_run_that_is_there_and_adds_parts_to_one_that_waits()
    {
        var gate = new TaskCompletionSource();
        await using var home = await SyncHome.StartAsync(
            services => services.AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedTracks, _ => gate.Task)));
        using var ada = await home.ConnectAsync("ada");
        var first = (await SyncHome.StartAsync(ada, "SAVED_TRACKS")).GetProperty("run");
        await Eventually.IsTrueAsync(async () =>
            await home.ReadAsync<string>("SELECT status FROM sync_jobs") == "RUNNING", "the run begins");

        var second = (await SyncHome.StartAsync(ada, "TOP_LISTS")).GetProperty("run");

        Assert.Equal(first.GetProperty("runId").GetString(), second.GetProperty("runId").GetString());
        Assert.Equal("RUNNING", second.GetProperty("status").GetString());
        Assert.Equal(["SAVED_TRACKS"], second.GetProperty("wanted").EnumerateArray().Select(part => part.GetString()));
        gate.SetResult();
        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 1, "the run ends");
    }

    [StoreFact]
    public async Task However_often_a_listener_asks_while_a_run_waits_it_is_one_run_with_each_part_once()
    {
        var gate = new TaskCompletionSource();
        await using var home = await SyncHome.StartAsync(
            services => services.AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedTracks, _ => gate.Task)), ("Sync:Concurrency", "1"));
        using var ada = await home.ConnectAsync("ada");
        using var bram = await home.ConnectAsync("bram", ada);
        await SyncHome.StartAsync(ada, "SAVED_TRACKS");
        await Eventually.IsTrueAsync(async () =>
            await home.ReadAsync<string>("SELECT status FROM sync_jobs") == "RUNNING", "the only place is taken");

        for (var press = 0; press < 20; press++) await SyncHome.StartAsync(bram);

        var bramId = await home.UserIdAsync("bram");
        Assert.Equal(2L, await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs"));
        Assert.Equal("{SavedTracks,TopLists}", await home.ReadAsync<string>(
            $"SELECT array(SELECT unnest(wanted) ORDER BY 1)::text FROM sync_jobs WHERE user_id = {bramId} AND status = 'QUEUED'"));
        gate.SetResult();
        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 2, "both runs end");
    }

    [StoreFact]
    public async Task Who_is_not_connected_or_has_to_sign_in_again_is_told_so()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        await home.ExecuteAsync("UPDATE spotify_connections SET status = 'SIGN_IN_AGAIN'");
        Assert.Equal("SignInAgainError", Error(await SyncHome.StartAsync(ada)));
        await home.ExecuteAsync("DELETE FROM spotify_connections");
        Assert.Equal("NotConnectedError", Error(await SyncHome.StartAsync(ada)));

        static string? Error(JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("__typename").GetString();
    }

    [StoreFact]
    public async Task Two_listeners_are_synchronized_at_the_same_time()
    {
        var (both, inside) = (new TaskCompletionSource(), 0);
        await using var home = await SyncHome.StartAsync(services =>
            services.AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedTracks, _ =>
        {
            if (Interlocked.Increment(ref inside) == 2) both.SetResult();
            return both.Task;
        })));
        using var ada = await home.ConnectAsync("ada");
        using var bram = await home.ConnectAsync("bram", ada);

        await SyncHome.StartAsync(ada, "SAVED_TRACKS");
        await SyncHome.StartAsync(bram, "SAVED_TRACKS");

        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 2, "both end, which each does only when the other is at work too");
    }

    [StoreFact]
    public async Task A_run_whose_process_was_killed_is_interrupted_and_the_next_completes_it()
    {
        await using var home = await SyncHome.StartAsync();
        using var ada = await home.ConnectAsync("ada");
        var id = Guid.CreateVersion7();
        await home.ExecuteAsync(
            $$"""
            INSERT INTO sync_jobs (user_id, id, spotify_id, trigger, status, wanted, done, part, fetched, requested_at, started_at, lease_until, attempts)
            SELECT user_id, '{{id}}', spotify_id, 'SCHEDULE', 'RUNNING', ARRAY['RecentPlays', 'TopLists'],
                '[{"part":"RecentPlays","status":"Completed","fetched":7,"added":7,"removed":0,"requests":1}]', 'TopLists', 12,
                '2026-03-01T11:00:00Z', '2026-03-01T11:00:00Z', '2026-03-01T11:00:15Z', 1 FROM spotify_connections
            """);
        home.Get<SyncQueue>().Signal();

        await Eventually.IsTrueAsync(() => home.History.Runs.Count == 2, "the run is kept, and another one after it");

        var (killed, next) = (home.History.Runs.Single(run => run.Id == id), home.History.Runs.Single(run => run.Id != id));
        Assert.Equal(SyncRunStatus.Interrupted, killed.Status);
        Assert.Equal([SyncPartStatus.Completed, SyncPartStatus.Interrupted], killed.Parts.Select(part => part.Status));
        Assert.Equal([7, 12], killed.Parts.Select(part => part.Fetched));
        Assert.Equal(SyncRunStatus.Completed, next.Status);
        Assert.Equal([SyncPart.TopLists], next.Parts.Select(part => part.Part));
    }

    [StoreFact]
    public async Task A_run_at_work_when_the_listener_disconnects_ends_and_leaves_nothing()
    {
        var (began, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var home = await SyncHome.StartAsync(services =>
            services.AddSingleton<ISyncPart>(new TestPart(SyncPart.SavedTracks, _ =>
        {
            began.SetResult();
            return gate.Task;
        })));
        using var ada = await home.ConnectAsync("ada");
        await SyncHome.StartAsync(ada, "TOP_LISTS", "SAVED_TRACKS");
        await began.Task;

        var connection = await home.ConnectionAsync("ada");
        await home.ExecuteAsync("DELETE FROM spotify_connections");
        foreach (var data in home.Application.Services.GetServices<ISpotifyData>()) await data.WipeAsync(connection,
            CancellationToken.None);
        gate.SetResult();

        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM sync_jobs") == 0, "the run is gone");
        foreach (var table in (string[])["sync_parts", "user_tops", "user_artists", "user_tracks"])
            Assert.Equal(0, await home.ReadAsync<long>($"SELECT count(*) FROM {table}"));
        Assert.Empty(home.History.Runs);
    }
}

/// <summary>A part that does what a test says.</summary>
internal sealed class TestPart(SyncPart part, Func<SyncContext, Task> work) : ISyncPart
{
    public TestPart(SyncPart part, Action<SyncContext> work)
        : this(part, context => { work(context); return Task.CompletedTask; })
    {
    }

    public SyncPart Part => part;

    public IReadOnlyList<string> Scopes => [];

    public async Task<SyncPartResult> RunAsync(SyncContext context, CancellationToken cancellationToken)
    {
        await work(context).WaitAsync(cancellationToken);
        return new SyncPartResult(1, 1, 0);
    }
}
