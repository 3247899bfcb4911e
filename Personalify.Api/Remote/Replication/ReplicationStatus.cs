using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Replication;

/// <summary>How node B follows node A, for those who look after both. It takes half a second at most, whatever node B does.</summary>
public sealed class ReplicationStatus(IServiceProvider services, NodeBWatch watch, SlotWatch slots)
{
    /// <summary>How many waiting plays are counted at most.</summary>
    public const int MostCounted = 100_000;

    /// <summary>A node B that is this far behind is catching up.</summary>
    private const long LagOfCatchingUp = 16 << 20;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(400);

    private const string Subscribed =
        """
        SELECT followed.subname::text, followed.subenabled, EXISTS (SELECT FROM pg_stat_subscription AS worker
                WHERE worker.subid = followed.oid AND worker.relid IS NULL AND worker.pid IS NOT NULL) AS is_working,
            (SELECT count(*)::int FROM pg_subscription_rel WHERE srsubstate <> 'r') AS copying, last.refreshed_at,
            (SELECT count(*)::int FROM (
                SELECT FROM plays WHERE arrival >= coalesce(pg_snapshot_xmin(last.snapshot), '0')
                    AND (last.snapshot IS NULL OR NOT pg_visible_in_snapshot(arrival, last.snapshot)) LIMIT $2) AS arrived) AS waiting
        FROM community.refreshes AS last
        LEFT JOIN pg_subscription AS followed ON followed.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND starts_with(followed.subname, $1)
        """;

    private readonly NpgsqlDataSource? _stats = services.GetKeyedService<NpgsqlDataSource>(StoresModule.Stats);

    public async Task<ReplicationReport> ReadAsync(CancellationToken cancellationToken)
    {
        if (_stats is null)
            return new ReplicationReport(ReplicationState.NotConfigured, "There is no node B: ConnectionStrings:Stats is not set.");
        var slot = await slots.LookAsync(cancellationToken);
        var name = await slots.FindNameAsync(cancellationToken);
        var subscription = watch.Status.State == NodeBState.Away ? null : await ReadSubscriptionAsync(_stats, cancellationToken);
        var (state, reason) = Judge(slot, subscription, name);
        return new ReplicationReport(
            state, reason, slot?.LagBytes, slot?.Lag, slot?.RetainedBytes, slot?.RemainingBytes, subscription?.CopyingTables,
            subscription?.WaitingRows, subscription?.RefreshedAt);
    }

    private (ReplicationState State, string? Reason) Judge(SlotReading? slot, SubscriptionReading? subscription, string name)
    {
        if (slot is { IsLost: true }) return (ReplicationState.SlotLost, Sentences.SlotLost);
        if (subscription is null)
            return slot is null && watch.Status.State == NodeBState.Preparing ? Prepares() : (ReplicationState.Stopped, Away());
        if (subscription.Name is null) return Prepares();
        if (subscription.Name != name) return (ReplicationState.ResyncNeeded, Sentences.FollowsAnother);
        if (slot is null) return (ReplicationState.ResyncNeeded, Sentences.NoSlot);
        if (!subscription.IsEnabled) return (ReplicationState.Stopped, Sentences.Disabled(name));
        if (subscription.CopyingTables > 0) return (ReplicationState.CatchingUp, Sentences.Copies(subscription.CopyingTables));
        if (!subscription.IsWorking || !slot.IsActive) return (ReplicationState.Stopped, Sentences.Disconnected);
        return slot.LagBytes > LagOfCatchingUp ? (ReplicationState.CatchingUp, Sentences.Behind) : (ReplicationState.Streaming, null);
    }

    private (ReplicationState State, string? Reason) Prepares() => (ReplicationState.Preparing, watch.Status.Reason ?? Sentences.Preparing);

    private string Away() => watch.Status.Reason ?? Sentences.NoAnswer;

    /// <summary>Null when node B does not say it in time.</summary>
    private static async Task<SubscriptionReading?> ReadSubscriptionAsync(NpgsqlDataSource stats, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await ReadAsync(stats, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<SubscriptionReading?> ReadAsync(NpgsqlDataSource stats, CancellationToken cancellationToken)
    {
        await using var command = stats.CreateCommand(Subscribed).With(NodeA.Prefix, MostCounted);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return new SubscriptionReading(
            reader.IsDBNull(0) ? null : reader.GetString(0), !reader.IsDBNull(1) && reader.GetBoolean(1), reader.GetBoolean(2),
            reader.GetInt32(3),
            reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt32(5));
    }

    private sealed record SubscriptionReading(
        string? Name, bool IsEnabled, bool IsWorking, int CopyingTables, DateTimeOffset? RefreshedAt, int WaitingRows);

    /// <summary>What is said of a state that needs the operator or time.</summary>
    private static class Sentences
    {
        public const string SlotLost =
            "Node B was away until more had changed than node A keeps for it (max_slot_wal_keep_size). Run `remote resync` to fill it anew.";

        public const string FollowsAnother =
            "This node B follows another node A. Run `remote resync` to empty it and let it follow this one.";

        public const string NoSlot = "Node A keeps no changes for node B: its slot is gone. Run `remote resync` to fill node B anew.";

        public const string Disconnected =
            "Node B is not connected to node A, which keeps the changes for it; it tries again every few seconds. If it stays so, node B's "
            + "log says why.";

        public const string Behind = "Node B applies what it has missed.";

        public const string Preparing = "Node B is being set up.";

        public const string NoAnswer = "Node B does not answer; node A keeps the changes for it.";

        public static string Disabled(string name) =>
            $"The subscription {name} on node B is disabled, and node A keeps the changes for it. Enable it: ALTER SUBSCRIPTION {name} ENABLE.";

        public static string Copies(int tables) => $"Node B copies {tables} tables.";
    }
}
