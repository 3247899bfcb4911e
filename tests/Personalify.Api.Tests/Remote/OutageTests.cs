using System.Diagnostics;
using Npgsql;
using Personalify.Api.Imports.Demo;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Remote.Replication;
using Personalify.Api.Tests.Data;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote;

/// <summary>
/// Node B is killed and frozen while node A writes: node A loses nothing and answers, and node B catches up to what it is.
/// </summary>
public sealed class OutageTests
{
    private const int Plays = 6_000;
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);

    /// <summary>Room for a machine that does something else at that moment; a hang would take many seconds.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(500);

    [StoreFact]
    public async Task Node_B_that_is_killed_at_any_stage_catches_up()
    {
        await using var main = await OwnServer.StartAsync("main");
        await using var server = await OwnServer.StartAsync("stats");
        await using var nodes = await StartAsync(main, await server.CreateDatabaseAsync());
        await nodes.PrepareAsync();

        var import = nodes.Home.ImportAsync(Export(seed: 1)); // during an import
        await server.KillAsync();
        await import;
        await nodes.Home.ImportAsync(Export(seed: 2)); // while it is away
        await server.StartAgainAsync();
        await AnswersAsync(nodes);
        await server.KillAsync(); // as it catches up
        await server.StartAgainAsync();
        await AnswersAsync(nodes);
        await nodes.AssertEqualAsync();

        await nodes.Home.UndoAsync(number: 1);
        await ArrivedAsync(nodes);
        var (refresh, holder) = await BeginRefreshAsync(nodes);
        await server.KillAsync(); // during a refresh
        await Record.ExceptionAsync(() => refresh);
        await Record.ExceptionAsync(async () => await holder.DisposeAsync());
        await server.StartAgainAsync();
        await AnswersAsync(nodes);
        await nodes.AssertEqualAsync();
    }

    [StoreFact]
    public async Task Node_B_that_hangs_costs_node_A_nothing()
    {
        await using var main = await OwnServer.StartAsync("main");
        await using var server = await OwnServer.StartAsync("stats");
        await using var nodes = await StartAsync(main, await server.CreateDatabaseAsync());
        await nodes.PrepareAsync();
        await nodes.Home.ImportAsync(Export(seed: 1));
        await nodes.CatchUpAsync();
        await nodes.Home.Get<NodeBWatch>().LookAsync(CancellationToken.None);

        server.Server.Process.Freeze();
        var started = Stopwatch.GetTimestamp();
        var status = await nodes.Home.Get<ReplicationStatus>().ReadAsync(CancellationToken.None);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, HalfASecond + Slack);
        Assert.Equal(ReplicationState.Stopped, status.State);
        await nodes.Home.ImportAsync(Export(seed: 2));
        Assert.True((await nodes.StatusAsync()).LagBytes > 0);
        server.Server.Process.Thaw();
        await Eventually.IsTrueAsync(async () => await nodes.PlaysAsync() > 0, "node B answers again");
        server.Server.Process.Freeze(); // as it catches up
        await nodes.Home.UndoAsync(number: 1);
        server.Server.Process.Thaw();

        await nodes.AssertEqualAsync();
    }

    [StoreFact]
    public async Task Node_B_that_hangs_during_a_refresh_ends_it_when_it_goes_on()
    {
        await using var main = await OwnServer.StartAsync("main");
        await using var server = await OwnServer.StartAsync("stats");
        await using var nodes = await StartAsync(main, await server.CreateDatabaseAsync());
        await nodes.PrepareAsync();
        await nodes.Home.ImportAsync(Export(seed: 1));
        await ArrivedAsync(nodes);
        var (refresh, holder) = await BeginRefreshAsync(nodes);

        server.Server.Process.Freeze();
        await nodes.Home.ImportAsync(Export(seed: 2));
        Assert.False(refresh.IsCompleted);
        server.Server.Process.Thaw();
        await holder.DisposeAsync();

        Assert.True(await refresh);
        await nodes.AssertEqualAsync();
    }

    [StoreFact]
    public async Task A_slot_that_was_lost_is_told_and_a_resync_fills_node_B_anew()
    {
        await using var main = await OwnServer.StartAsync("main", maxSlotWalMegabytes: 1);
        await using var nodes = await StartAsync(main, await TestDatabase.CreateOnStatsAsync());
        await nodes.PrepareAsync();
        await nodes.Home.ImportAsync(Export(seed: 1));
        await nodes.CatchUpAsync();

        await nodes.ExecuteSubscriptionAsync("DISABLE");
        await nodes.Home.ImportAsync(Export(seed: 2));
        await Eventually.IsTrueAsync(() => IsLostAsync(nodes), "node A gives up keeping what node B has not read");
        Assert.Contains("remote resync", (await nodes.StatusAsync()).Reason, StringComparison.Ordinal);
        Assert.True(await nodes.PlaysAsync() < await nodes.Home.ReadAsync<long>("SELECT count(*) FROM plays"));

        await nodes.Home.Get<ReplicationStep>().ResyncAsync(CancellationToken.None);

        await nodes.AssertEqualAsync();
        Assert.Equal(ReplicationState.Streaming, (await nodes.StatusAsync()).State);
    }

    /// <summary>
    /// Node A is a server of the test's own: a copy of tables begins when the transactions of the whole server that run at that moment have
    /// ended, and other tests hold some for long.
    /// </summary>
    private static async Task<TwoNodes> StartAsync(OwnServer server, TestDatabase stats)
    {
        var main = await server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(main.ConnectionString);
        await MigratedDatabase.RunnerOn(source).RunAsync(CancellationToken.None);
        return await TwoNodes.CreateOnAsync(main, stats);
    }

    /// <summary>A refresh that has begun and waits for a table until the connection that holds it is gone.</summary>
    private static async Task<(Task<bool> Refresh, NpgsqlConnection Holder)> BeginRefreshAsync(TwoNodes nodes)
    {
        var holder = new NpgsqlConnection(nodes.StatsDatabase.ConnectionString + ";Pooling=false");
        await holder.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE community.heard_tracks IN ACCESS EXCLUSIVE MODE", holder);
        await hold.ExecuteNonQueryAsync();
        var refresh = nodes.Figures.RefreshAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(
            () => nodes.ReadStatsAsync<bool>("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'community.heard_tracks'::regclass)"),
            "the refresh waits for the table");
        return (refresh, holder);
    }

    /// <summary>Fills a piece of the log and begins another: the limit is looked at when a checkpoint removes pieces.</summary>
    private static async Task<bool> IsLostAsync(TwoNodes nodes)
    {
        await nodes.Home.ExecuteAsync("SELECT pg_logical_emit_message(false, 'filler', repeat('x', 1000))");
        await nodes.Home.ExecuteAsync("SELECT pg_switch_wal()");
        await nodes.Home.ExecuteAsync("CHECKPOINT");
        return (await nodes.StatusAsync()).State == ReplicationState.SlotLost;
    }

    /// <summary>Connections of before are of no use any more.</summary>
    private static Task AnswersAsync(TwoNodes nodes) => Eventually.IsTrueAsync(async () =>
    {
        nodes.Stats.Clear();
        return (await nodes.Home.Get<NodeBWatch>().LookAsync(CancellationToken.None)).State == NodeBState.Up;
    }, "node B answers and is prepared");

    /// <summary>The plays are there and a refresh is wanted, which it is not while a table is still being copied.</summary>
    private static Task ArrivedAsync(TwoNodes nodes) => Eventually.IsTrueAsync(
        async () => await nodes.PlaysAsync() == await nodes.Home.ReadAsync<long>("SELECT count(*) FROM plays")
            && await nodes.Figures.IsWantedAsync(CancellationToken.None),
        "every change has arrived", TimeSpan.FromSeconds(90));

    private static GivenFile Export(int seed)
    {
        var (stream, day) = (new MemoryStream(), new DateOnly(2025, 6, 30));
        DemoExport.Write(new DemoListener(Plays, seed, day).Plays(), day, stream);
        return new GivenFile("export.zip", stream.ToArray());
    }
}
