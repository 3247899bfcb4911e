namespace Personalify.Api.Remote.Replication;

[GraphQLDescription("How node B stands to node A.")]
public enum ReplicationState
{
    [GraphQLDescription("There is no node B.")]
    NotConfigured,

    [GraphQLDescription("Node B is not set up to follow yet.")]
    Preparing,

    [GraphQLDescription("It follows and is behind, or copies tables for the first time.")]
    CatchingUp,

    [GraphQLDescription("It follows.")]
    Streaming,

    [GraphQLDescription("It does not follow now; node A keeps the changes for it.")]
    Stopped,

    [GraphQLDescription("It was away so long that node A has kept no more for it; only a full resync helps.")]
    SlotLost,

    [GraphQLDescription("Node A keeps nothing for it, or it follows another node A; only a full resync helps.")]
    ResyncNeeded,
}

/// <summary>How the replication stood at a moment. What could not be read is null.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it does not stream, and what to do, in a sentence.</param>
/// <param name="LagBytes">How much node A has written that node B has not confirmed.</param>
/// <param name="Lag">For how long the oldest of it has waited, to the second, as far as this process has seen it.</param>
/// <param name="RetainedBytes">How much write-ahead log node A keeps for node B.</param>
/// <param name="RemainingBytes">How much more may be written before node A gives up keeping; null without a limit.</param>
/// <param name="CopyingTables">Tables whose first copy is not complete.</param>
/// <param name="WaitingRows">Plays that have arrived and are not in the figures yet; counted up to <see cref="ReplicationStatus.MostCounted"/>.</param>
/// <param name="RefreshedAt">When the figures were made.</param>
public sealed record ReplicationReport(
    ReplicationState State,
    string? Reason,
    long? LagBytes = null,
    TimeSpan? Lag = null,
    long? RetainedBytes = null,
    long? RemainingBytes = null,
    int? CopyingTables = null,
    int? WaitingRows = null,
    DateTimeOffset? RefreshedAt = null);
