using Npgsql;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Replication;

/// <summary>
/// Makes node B follow node A. What is there and right is left alone; a slot whose node B was lost is given up for a new one; but a node B
/// that has followed and lost its place is not emptied without being asked (<see cref="ReplicationCommands.Resync"/>).
/// </summary>
internal sealed class ReplicationStep(NodeA nodeA, Subscription subscription, ReplicationLock turn) : INodeBStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var held = await turn.TakeAsync(cancellationToken);
        await RunAloneAsync(isResync: false, cancellationToken);
    }

    /// <summary>Everything anew: subscription, slot, copies.</summary>
    public async Task ResyncAsync(CancellationToken cancellationToken)
    {
        await using var held = await turn.TakeAsync(cancellationToken);
        await RunAloneAsync(isResync: true, cancellationToken);
    }

    private async Task RunAloneAsync(bool isResync, CancellationToken cancellationToken)
    {
        await nodeA.RequireLogicalAsync(cancellationToken);
        var name = await nodeA.FindNameAsync(cancellationToken);
        var names = await subscription.FindNamesAsync(cancellationToken);
        if (isResync || await IsUnfinishedAsync(name, names, cancellationToken)) names = await DropAllAsync(name, names, cancellationToken);
        if (names.Any(other => other != name)) throw FollowsAnother();
        if (names.Length == 0) await CreateAsync(name, isResync, cancellationToken);
        else await KeepUpAsync(name, cancellationToken);
    }

    /// <summary>A process ended while it made the subscription.</summary>
    private async Task<bool> IsUnfinishedAsync(string name, string[] names, CancellationToken cancellationToken) =>
        names is [var only] && only == name && await subscription.FindAddressAsync(name, cancellationToken) is null;

    private async Task<string[]> DropAllAsync(string name, string[] names, CancellationToken cancellationToken)
    {
        foreach (var existing in names) await subscription.DropAsync(existing, cancellationToken);
        await nodeA.DropSlotsAsync(name, cancellationToken);
        return [];
    }

    private async Task CreateAsync(string name, bool isResync, CancellationToken cancellationToken)
    {
        await RequireTwoServersAsync(cancellationToken);
        if (!isResync && await nodeA.FindSlotAsync(name, cancellationToken) is { } isActive) await GiveUpSlotAsync(name, isActive, cancellationToken);
        var subscriber = await nodeA.PrepareSubscriberAsync(name, cancellationToken);
        try
        {
            await subscription.CreateAsync(name, subscriber, cancellationToken);
        }
        catch (PostgresException failure)
        {
            throw new NodeBException(
                $"Node B cannot follow node A at {subscriber.Address}: {failure.MessageText} Node A as node B sees it is named by Replication__Host and "
                + "Replication__Port; the role of ConnectionStrings:Stats needs the rights of pg_create_subscription.", failure);
        }
    }

    private async Task GiveUpSlotAsync(string name, bool isActive, CancellationToken cancellationToken)
    {
        if (isActive)
        {
            throw new NodeBException(
                $"Another node B follows node A by the slot {name}. End its subscription, or name that node B by ConnectionStrings:Stats.");
        }

        await nodeA.DropSlotsAsync(name, cancellationToken);
    }

    private async Task KeepUpAsync(string name, CancellationToken cancellationToken)
    {
        if (await subscription.FindAddressAsync(name, cancellationToken) != nodeA.FindAddress(name))
            await subscription.MoveAsync(name, await nodeA.PrepareSubscriberAsync(name, cancellationToken), cancellationToken);
        if (await nodeA.FindSlotAsync(name, cancellationToken) is null) return; // ReplicationStatus says so.
        var (published, followed) = (await nodeA.FindTablesAsync(cancellationToken), await subscription.FindTablesAsync(cancellationToken));
        if (published.Except(followed).Any()) await subscription.ExtendAsync(name, cancellationToken);
    }

    /// <summary>Making a slot would wait for the transaction that makes the subscription, and that for the slot.</summary>
    private async Task RequireTwoServersAsync(CancellationToken cancellationToken)
    {
        if (await nodeA.FindSystemAsync(cancellationToken) != await subscription.FindSystemAsync(cancellationToken)) return;
        throw new NodeBException(
            "ConnectionStrings:Main and ConnectionStrings:Stats name databases of one server. Node B is a server of its own; unset ConnectionStrings__Stats to do without.");
    }

    private static NodeBException FollowsAnother() => new(
        "This node B follows another node A. Run `remote resync` to empty it and let it follow this one, or name its own node B by ConnectionStrings:Stats.");
}
