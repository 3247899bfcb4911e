using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>A run as its row in <c>sync_jobs</c> has it.</summary>
public sealed record SyncJob
{
    public required Guid Id { get; init; }

    public required int UserId { get; init; }

    public required string SpotifyId { get; init; }

    public required SyncTrigger Trigger { get; init; }

    public required SyncState State { get; init; }

    /// <summary>In the order in which they run.</summary>
    public required IReadOnlyList<SyncPart> Wanted { get; init; }

    public required IReadOnlyList<SyncPartReport> Done { get; init; }

    public required IReadOnlyList<TopLists> Tops { get; init; }

    /// <summary>The part at work.</summary>
    public SyncPart? Part { get; init; }

    /// <summary>Entries that the part at work has fetched.</summary>
    public int Fetched { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Tells a run from another one of the same job.</summary>
    public required int Attempt { get; init; }

    /// <summary>How often a process was killed while it worked for this listener without a run in between that came to its end.</summary>
    public required int Interruptions { get; init; }

    public bool IsOpen => State is SyncState.Queued or SyncState.Running;

    public IReadOnlyList<SyncPart> Missing => [.. Wanted.Except(Done.Select(report => report.Part))];

    /// <summary>What the history keeps of a finished run.</summary>
    public SyncRun ToRun() => new()
    {
        Id = Id,
        UserId = UserId,
        SpotifyId = SpotifyId,
        StartedAt = StartedAt ?? RequestedAt,
        FinishedAt = FinishedAt ?? RequestedAt,
        Status = Enum.Parse<SyncRunStatus>(State.ToString()),
        Trigger = Trigger,
        Parts = Done,
        Tops = Tops,
    };
}

[GraphQLDescription("Where a synchronization stands.")]
public enum SyncState
{
    [GraphQLDescription("It waits for its turn.")]
    Queued,

    [GraphQLDescription("It is at work.")]
    Running,

    [GraphQLDescription("Every part that was asked for is there.")]
    Completed,

    [GraphQLDescription("Some parts are there, others failed or were left out; each says why.")]
    Partial,

    [GraphQLDescription("No part is there.")]
    Failed,

    [GraphQLDescription("The server stopped meanwhile. The next synchronization completes it.")]
    Interrupted,
}
