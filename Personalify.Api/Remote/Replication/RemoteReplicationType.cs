using Personalify.Api.Remote.Tables;

namespace Personalify.Api.Remote.Replication;

/// <summary>How node B follows node A, for administrators, as all of <c>remote</c> is.</summary>
[ObjectType<RemoteNode>]
public static class RemoteReplicationType
{
    [GraphQLDescription(
        "For how many seconds the oldest change of node A has waited for node B, as far as this process has seen; 0 when nothing waits, null when node A "
        + "keeps nothing for it.")]
    public static async Task<double?> GetLagAsync(SlotWatch slots, CancellationToken cancellationToken) =>
        (await slots.LookAsync(cancellationToken))?.Lag?.TotalSeconds;

    [GraphQLDescription("How node B follows node A. It answers while node B is away, too, with what node A knows.")]
    public static async Task<Replication> GetReplicationAsync(ReplicationStatus status, CancellationToken cancellationToken) =>
        new(await status.ReadAsync(cancellationToken));
}

[GraphQLDescription("How the changes of node A come to node B. What could not be read is null.")]
public sealed record Replication([property: GraphQLIgnore] ReplicationReport Report)
{
    [GraphQLDescription("How it stands.")]
    public ReplicationState State => Report.State;

    [GraphQLDescription(
        "Why it does not stream and what to do, in a sentence for the operator: with the command `remote resync` where only that helps. Null when it streams.")]
    public string? Reason => Report.Reason;

    [GraphQLDescription("How many bytes of write-ahead log node A has written that node B has not confirmed.")]
    public long? LagBytes => Report.LagBytes;

    [GraphQLDescription("For how many seconds the oldest of it has waited, as far as this process has seen.")]
    public double? LagSeconds => Report.Lag?.TotalSeconds;

    [GraphQLDescription("How many bytes of write-ahead log node A keeps on its disk for node B.")]
    public long? RetainedBytes => Report.RetainedBytes;

    [GraphQLDescription(
        "How many bytes more may be written before node A keeps no more for node B and the state becomes SLOT_LOST; null without a limit "
        + "(max_slot_wal_keep_size).")]
    public long? RemainingBytes => Report.RemainingBytes;

    [GraphQLDescription("How many tables node B still copies for the first time.")]
    public int? CopyingTables => Report.CopyingTables;

    [GraphQLDescription("How many plays have arrived on node B and are not in the community's figures yet; counted up to 100,000.")]
    public int? WaitingRows => Report.WaitingRows;

    [GraphQLDescription("When the community's figures were made last.")]
    public DateTimeOffset? RefreshedAt => Report.RefreshedAt;
}
