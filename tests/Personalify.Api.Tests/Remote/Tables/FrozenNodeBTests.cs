using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Personalify.Api.Remote.NodeB;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Tables;

/// <summary>A node B that hangs, is slow or is away costs the fields that read it, for half a second once, and nothing else.</summary>
public sealed class FrozenNodeBTests : IAsyncLifetime
{
    // Half a second and what a busy machine takes besides; far less than the thirty seconds that postgres_fdw would wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private OwnServer _nodeB = null!;
    private RemoteHome _home = null!;

    public async Task InitializeAsync()
    {
        _nodeB = await OwnServer.StartAsync("stats");
        _home = await RemoteHome.StartOnAsync((await _nodeB.CreateDatabaseAsync()).ConnectionString + ";Timeout=2");
        Assert.Equal((NodeBState.Up, null), (_home.Watch.Status.State, _home.Watch.Status.Reason));
    }

    public async Task DisposeAsync()
    {
        await _nodeB.DisposeAsync();
        await _home.DisposeAsync();
    }

    [StoreFact]
    public async Task A_node_B_that_freezes_costs_one_field_half_a_second_and_the_others_nothing()
    {
        await ReadAsync();
        _nodeB.Server.Process.Freeze();
        var started = Stopwatch.GetTimestamp();
        AssertAway(await ReadAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Patience);
        Assert.Equal(NodeBState.Away, _home.Watch.Status.State);
    }

    [StoreFact]
    public async Task Twenty_questions_to_a_frozen_node_B_leave_every_pool_as_it_was()
    {
        await ReadAsync();
        _nodeB.Server.Process.Freeze();
        var started = Stopwatch.GetTimestamp();
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadAsync()))) AssertAway(answer);
        for (var i = 0; i < 20; i++) AssertAway(await ReadAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Patience * 2);

        _nodeB.Server.Process.Thaw();
        await Eventually.IsTrueAsync(async () => (await _home.Watch.LookAsync(default)).State == NodeBState.Up, "node B is found again");
        Assert.Equal("Remote data 2", (await ReadAsync()).GetProperty("data").GetProperty("me").GetProperty("remoteNote").GetString());
    }

    [StoreFact]
    public async Task A_node_B_that_freezes_unnoticed_is_given_up_each_time_it_seems_back()
    {
        await ReadAsync();
        _nodeB.Server.Process.Freeze();
        AssertAway(await ReadAsync());
        Assert.Equal(NodeBState.Away, (await _home.Watch.LookAsync(default)).State);
        _nodeB.Server.Process.Thaw();
        await Eventually.IsTrueAsync(async () => (await _home.Watch.LookAsync(default)).State == NodeBState.Up, "node B is found again");
        Assert.Equal("Remote data 2", (await ReadAsync()).GetProperty("data").GetProperty("me").GetProperty("remoteNote").GetString());
    }

    [StoreFact]
    public async Task Administrators_are_told_the_tables_while_node_B_is_away_and_why_it_is()
    {
        _nodeB.Server.Process.Freeze();
        await _home.Watch.LookAsync(default);
        var answer = await _home.Admin.SendAsync(
            "{ remote { state reason table(name: \"dummy_data\") { name estimatedRows plan rows { nodes { cells { text } } } } } }");
        var remote = answer.GetProperty("data").GetProperty("remote");
        Assert.Equal(("AWAY", "Node B did not answer within 400 ms."),
            (remote.GetProperty("state").GetString(), remote.GetProperty("reason").GetString()));
        Assert.Equal(["dummy_data", "", "", ""], remote.GetProperty("table").EnumerateObject().Select(field => field.Value.ToString()));
        Assert.Equal(["NODE_B_AWAY"], Codes(answer).Distinct());
        Assert.Equal(3, Codes(answer).Count());
    }

    [StoreFact]
    public async Task A_node_B_that_was_stopped_and_started_is_read_again()
    {
        await ReadAsync();
        await _nodeB.Server.StopAsync();
        AssertAway(await ReadAsync());
        await _nodeB.StartAgainAsync();
        await Eventually.IsTrueAsync(async () => (await _home.Watch.LookAsync(default)).State == NodeBState.Up, "node B is found again");
        Assert.Equal("Remote data 2", (await ReadAsync()).GetProperty("data").GetProperty("me").GetProperty("remoteNote").GetString());
    }

    [StoreFact]
    public async Task A_statement_that_node_B_takes_too_long_for_is_stopped_there_and_node_B_counts_as_up()
    {
        await ExecuteOnBAsync("CREATE VIEW slow AS SELECT 1 AS id FROM pg_sleep(60)");
        Assert.Equal(0, (await new Foreign.CommandLine(_home).RunAsync("remote import", "slow")).ExitCode);
        var answer = await _home.Admin.SendAsync("{ me { name } remote { table(name: \"slow\") { rows { nodes { cells { text } } } } } }");
        Assert.Equal(["NODE_B_TOO_SLOW"], Codes(answer));
        Assert.Equal(NodeBState.Up, _home.Watch.Status.State);
        await using var nodeB = NpgsqlDataSource.Create(_home.NodeBAddress);
        await using var running = nodeB.CreateCommand(
            "SELECT count(*)::int FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()");
        await Eventually.IsTrueAsync(async () => (int)(await running.ExecuteScalarAsync())! == 0, "nothing of it runs on node B");
    }

    [StoreFact]
    public async Task Slow_tables_that_administrators_read_leave_what_listeners_see_as_it_was()
    {
        await ExecuteOnBAsync("CREATE VIEW slow AS SELECT 1 AS id FROM pg_sleep(60)");
        Assert.Equal(0, (await new Foreign.CommandLine(_home).RunAsync("remote import", "slow")).ExitCode);
        var slow = Enumerable.Range(0, 12)
            .Select(_ => _home.Admin.SendAsync("{ remote { table(name: \"slow\") { rows { nodes { cells { text } } } } } }")).ToList();
        var all = Task.WhenAll(slow);
        do
        {
            Assert.Equal("Remote data 2", (await ReadAsync()).GetProperty("data").GetProperty("me").GetProperty("remoteNote").GetString());
            Assert.Equal(NodeBState.Up, _home.Watch.Status.State);
        }
        while (!all.IsCompleted);

        Assert.Equal(["NODE_B_TOO_SLOW"], (await all).SelectMany(Codes).Distinct());
    }

    private Task<JsonElement> ReadAsync() => _home.Bob.SendAsync("{ me { name remoteNote } }");

    private async Task ExecuteOnBAsync(string sql)
    {
        await using var nodeB = NpgsqlDataSource.Create(_home.NodeBAddress);
        await using var command = nodeB.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static void AssertAway(JsonElement answer)
    {
        Assert.Equal(["NODE_B_AWAY"], Codes(answer));
        var me = answer.GetProperty("data").GetProperty("me");
        Assert.Equal(("bob", JsonValueKind.Null), (me.GetProperty("name").GetString(), me.GetProperty("remoteNote").ValueKind));
    }

    private static IEnumerable<string?> Codes(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString())
        : [];
}
