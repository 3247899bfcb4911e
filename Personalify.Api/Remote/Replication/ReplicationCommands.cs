using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote.Figures;
using Personalify.Api.Remote.NodeB;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Remote.Replication;

/// <summary>The operator's hand on the replication: <c>remote resync</c>, <c>remote verify</c>, <c>remote unsubscribe</c>.</summary>
internal static class ReplicationCommands
{
    private static readonly TimeSpan CopyLimit = TimeSpan.FromHours(6);
    private static readonly TimeSpan VerifyLimit = TimeSpan.FromMinutes(2);

    public static Command Resync { get; } = new(
        "remote resync",
        "Fills node B anew: its subscription, the slot on node A and its copies are given up and made again. Node A is not touched otherwise.",
        run => WithNodesAsync(run, ResyncAsync));

    public static Command Verify { get; } = new(
        "remote verify",
        "Makes the community's figures anew from the plays of both nodes and compares; exit code 1 when any differs.",
        run => WithNodesAsync(run, VerifyAsync));

    public static Command Unsubscribe { get; } = new(
        "remote unsubscribe",
        "Ends the replication to a node B that is not wanted any more: node A keeps no more changes for it, and its role there goes.",
        run => NodeBCommand.GuardAsync(() => UnsubscribeAsync(run)));

    private static async Task<int> ResyncAsync(CommandRun run)
    {
        await run.Services.GetRequiredService<ReplicationStep>().ResyncAsync(run.CancellationToken);
        await run.Output.WriteLineAsync("Node B follows node A anew and copies its tables; this can be broken off, it goes on by itself.");
        var isThere = await run.Services.GetRequiredService<CaughtUp>().WaitAsync(CopyLimit, run.CancellationToken);
        await run.Output.WriteLineAsync(isThere
            ? "Node B has everything, and the community's figures are made." : "Node B is still copying.");
        return isThere ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> VerifyAsync(CommandRun run)
    {
        if (!await run.Services.GetRequiredService<CaughtUp>().WaitAsync(VerifyLimit, run.CancellationToken))
        {
            await run.Output.WriteLineAsync(
                $"Node B has not caught up within {VerifyLimit.TotalMinutes:F0} minutes; what follows is as far as it has come.");
        }

        var verified = await run.Services.GetRequiredService<FiguresVerifier>().VerifyAsync(run.CancellationToken);
        foreach (var figure in verified) await run.Output.WriteLineAsync(Text(figure));
        return verified.All(figure => figure.IsKeptRight && figure.IsCopiedRight) ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Text(VerifiedFigure figure) => (figure.IsKeptRight, figure.IsCopiedRight) switch
    {
        (true, true) => $"{figure.Name}: {figure.Kept.Rows} rows, equal to the plays of both nodes.",
        (false, _) => $"{figure.Name}: {figure.Kept.Rows} rows are kept and differ from the {figure.OfNodeB.Rows} that node B's plays make.",
        _ => $"{figure.Name}: the {figure.OfNodeB.Rows} rows of node B differ from the {figure.OfNodeA.Rows} of node A. Was it written meanwhile? "
            + "If not: remote resync.",
    };

    /// <summary>Works without node B too, which may be gone for good.</summary>
    private static async Task<int> UnsubscribeAsync(CommandRun run)
    {
        var nodeA = run.Services.GetRequiredService<NodeA>();
        var name = await nodeA.FindNameAsync(run.CancellationToken);
        if (run.Services.GetKeyedService<NpgsqlDataSource>(StoresModule.Stats) is not null) await EndSubscriptionAsync(run, name);
        await nodeA.DropSlotsAsync(name, run.CancellationToken);
        await nodeA.DropRoleAsync(name, run.CancellationToken);
        await run.Output.WriteLineAsync(
            "Node A keeps no more changes for node B. Unset ConnectionStrings__Stats, or the next start follows node A anew.");
        return ExitCode.Done;
    }

    private static async Task EndSubscriptionAsync(CommandRun run, string name)
    {
        try
        {
            var subscription = run.Services.GetRequiredService<Subscription>();
            var names = await subscription.FindNamesAsync(run.CancellationToken);
            if (names.Contains(name)) await subscription.DropAsync(name, run.CancellationToken);
        }
        catch (NpgsqlException away)
        {
            await run.Output.WriteLineAsync(
                $"Node B does not answer ({away.Message}); its own subscription stays until it is dropped there.");
        }
    }

    private static Task<int> WithNodesAsync(CommandRun run, Func<CommandRun, Task<int>> command) => NodeBCommand.GuardAsync(async () =>
    {
        if (run.Services.GetKeyedService<NpgsqlDataSource>(StoresModule.Stats) is null)
        {
            throw new CommandException(
                "ConnectionStrings:Stats is not set, so it is not known where node B is. Set ConnectionStrings__Stats.", ExitCode.Usage);
        }

        await run.Services.GetRequiredService<MigrationRunner>().RunAsync(run.CancellationToken);
        foreach (var step in run.Services.GetServices<INodeBStep>().OfType<NodeBMigrations>()) await step.RunAsync(run.CancellationToken);
        return await command(run);
    });
}
