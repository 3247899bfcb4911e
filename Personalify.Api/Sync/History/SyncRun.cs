namespace Personalify.Api.Sync.History;

/// <summary>One synchronization and what it fetched. It is written once, at its end, and never changed.</summary>
public sealed record SyncRun
{
    /// <summary>Ordered by time (version 7), so that the ids of a listener's runs sort as the runs do.</summary>
    public required Guid Id { get; init; }

    public required int UserId { get; init; }

    public required string SpotifyId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required SyncRunStatus Status { get; init; }

    public required SyncTrigger Trigger { get; init; }

    public required IReadOnlyList<SyncPartReport> Parts { get; init; }

    /// <summary>The top lists that the run fetched; none where it did not ask for them.</summary>
    public required IReadOnlyList<TopLists> Tops { get; init; }
}

public sealed record SyncPartReport(SyncPart Part, SyncPartStatus Status, int Fetched, int Added, int Removed, int Requests, string? Message);

[GraphQLDescription("How a synchronization ended.")]
public enum SyncRunStatus
{
    [GraphQLDescription("Every part that was asked for is there.")]
    Completed,

    [GraphQLDescription("Some parts are there, others failed or were left out; each says why.")]
    Partial,

    [GraphQLDescription("No part is there.")]
    Failed,

    [GraphQLDescription("The server stopped meanwhile. The next synchronization completes it.")]
    Interrupted,
}

[GraphQLDescription("Why a synchronization ran.")]
public enum SyncTrigger
{
    [GraphQLDescription("The listener asked for it.")]
    Listener,

    [GraphQLDescription("It was due.")]
    Schedule,
}

[GraphQLDescription("How a part of a synchronization ended.")]
public enum SyncPartStatus
{
    [GraphQLDescription("It is there.")]
    Completed,

    [GraphQLDescription("The listener has not granted it, or Spotify does not give it to this server.")]
    Skipped,

    [GraphQLDescription("It failed; what was there before is kept.")]
    Failed,

    [GraphQLDescription("The server stopped before its end.")]
    Interrupted,
}
