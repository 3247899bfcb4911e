using System.Diagnostics;
using MongoDB.Bson;
using MongoDB.Driver;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.History.GivenRuns;

namespace Personalify.Api.Tests.Sync.History;

/// <summary>
/// What happens when MongoDB is killed, hangs, refuses or loses answers; on the stand-in, by MongoDB's own hook for tests.
/// </summary>
public sealed class MongoFaultTests : IAsyncLifetime
{
    private const int NotPrimary = 10107, PrimarySteppedDown = 189, ShutdownInProgress = 91;
    private MongoLite _server = null!;
    private MongoSyncHistory _history = null!;

    public async Task InitializeAsync()
    {
        if (MongoLite.Missing is not null) return;
        _server = await MongoLite.StartAsync();
        _history = new MongoSyncHistory(_server.ConnectionString("faults"), new SyncHistoryOptions());
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    [MongoTheory]
    [InlineData("insert", NotPrimary)]
    [InlineData("insert", PrimarySteppedDown)]
    [InlineData("insert", ShutdownInProgress)]
    [InlineData("insert", null)]
    [InlineData("update", NotPrimary)]
    [InlineData("update", null)]
    [InlineData("find", NotPrimary)]
    [InlineData("find", null)]
    public async Task A_failover_or_a_lost_connection_is_tried_once_more(string command, int? code)
    {
        await FailAsync(command, times: 1, code);
        await UseAsync(_history);
    }

    [MongoTheory]
    [InlineData("insert", NotPrimary, "has no primary at the moment")]
    [InlineData("insert", null, "cannot be reached")]
    [InlineData("find", 50, "does not answer in time")]
    [InlineData("update", 2, "refused what it was asked")]
    public async Task What_fails_again_is_one_exception_with_a_sentence(string command, int? code, string sentence)
    {
        await FailAsync(command, times: 20, code);
        var away = await Assert.ThrowsAsync<SyncHistoryUnavailableException>(() => UseAsync(_history));
        Assert.StartsWith($"MongoDB, which keeps the sync history, {sentence}.", away.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", away.Message, StringComparison.Ordinal);
        await FailAsync(command, times: 0, code);
        await UseAsync(_history);
    }

    /// <summary>The server did write, and only its answer says that the document is there.</summary>
    [MongoFact]
    public async Task A_duplicate_key_after_a_lost_answer_is_the_same_run()
    {
        var run = Run(1, 1, "Nina");
        await _history.AppendAsync(run, default);
        await _history.AppendAsync(run, default);
        Assert.Equal(1, await _history.CountAsync(1, default));
    }

    [MongoFact]
    public async Task A_killed_server_is_away_within_seconds_and_back_when_it_is_back()
    {
        await UseAsync(_history);
        await _server.KillAsync();
        Assert.False(await _history.PingAsync(default));
        await AwayWithinAsync(TimeSpan.FromSeconds(8));
        await _server.StartAgainAsync();
        await Eventually.IsTrueAsync(() => _history.PingAsync(default), "the history answers again");
        await UseAsync(_history);
    }

    [MongoFact]
    public async Task A_server_that_hangs_holds_no_caller_longer_than_the_limit()
    {
        await UseAsync(_history);
        _server.Process.Freeze();
        await AwayWithinAsync(TimeSpan.FromSeconds(8));
        _server.Process.Thaw();
        await Eventually.IsTrueAsync(() => _history.PingAsync(default), "the history answers again");
        await UseAsync(_history);
    }

    [MongoFact]
    public async Task A_caller_who_gives_up_is_no_store_that_is_away()
    {
        await FailAsync("find", times: 5, code: null, blockMilliseconds: 3_000);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _history.FindAsync(1, Guid.NewGuid(), patience.Token));
    }

    [MongoFact]
    public async Task A_login_that_is_refused_is_said_without_the_login()
    {
        var history = new MongoSyncHistory(
            $"mongodb://secret-name:secret-word@127.0.0.1:{_server.Port}/x?authSource=admin", new SyncHistoryOptions());
        var away = await Assert.ThrowsAsync<SyncHistoryUnavailableException>(() => history.CountAsync(1, default));
        Assert.DoesNotContain("secret", away.Message, StringComparison.Ordinal);
    }

    private static async Task UseAsync(MongoSyncHistory history)
    {
        var run = Run(1, 5, "Nina");
        await history.AppendAsync(run, default);
        await history.SaveCurrentAsync(Current(run, TimeRange.ShortTerm), default);
        Assert.Equal(Text(run), Text(await history.FindAsync(1, run.Id, default)));
    }

    private async Task AwayWithinAsync(TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<SyncHistoryUnavailableException>(() => UseAsync(_history));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, limit);
    }

    /// <param name="command">Which command fails.</param>
    /// <param name="times">How often.</param>
    /// <param name="code">The error that it answers with; without, the connection is closed.</param>
    /// <param name="blockMilliseconds">Instead of an error: how long it takes.</param>
    private async Task FailAsync(string command, int times, int? code, int blockMilliseconds = 0)
    {
        using var client = new MongoClient(_server.ConnectionString("admin"));
        var data = new BsonDocument("failCommands", new BsonArray { command });
        if (blockMilliseconds > 0) data.Add("blockConnection", true).Add("blockTimeMS", blockMilliseconds);
        else if (code is { } known) data.Add("errorCode", known);
        else data.Add("closeConnection", true);
        var mode = times == 0 ? (BsonValue)"off" : new BsonDocument("times", times);
        await client.GetDatabase("admin").RunCommandAsync<BsonDocument>(
            new BsonDocument { { "configureFailPoint", "failCommand" }, { "mode", mode }, { "data", data } });
    }
}
