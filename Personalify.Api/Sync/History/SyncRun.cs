namespace Personalify.Api.Sync.History;

/// <summary>One synchronization and what it fetched. It is written once, at its end, and never changed.</summary>
[GraphQLDescription("One synchronization with Spotify and what it fetched. It is written at its end and never changed.")]
public sealed record SyncRun
{
    /// <summary>Ordered by time (version 7), so that the ids of a listener's runs sort as the runs do.</summary>
    [GraphQLIgnore]
    public required Guid Id { get; init; }

    [ID]
    [GraphQLName("id")]
    [GraphQLDescription("Opaque; it stays what it is.")]
    public SyncRunId GlobalId => new(UserId, Id);

    [GraphQLIgnore]
    public required int UserId { get; init; }

    [GraphQLDescription("The id at Spotify of the account that was synchronized.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("When it began, UTC.")]
    public required DateTimeOffset StartedAt { get; init; }

    [GraphQLDescription("When it ended, UTC.")]
    public required DateTimeOffset FinishedAt { get; init; }

    [GraphQLDescription("How long it took, in milliseconds.")]
    public long DurationMs => Math.Max(0, (long)(FinishedAt - StartedAt).TotalMilliseconds);

    [GraphQLDescription("How it ended.")]
    public required SyncRunStatus Status { get; init; }

    [GraphQLDescription("Why it ran.")]
    public required SyncTrigger Trigger { get; init; }

    [GraphQLDescription("What it asked Spotify for, and what became of each.")]
    public required IReadOnlyList<SyncPartReport> Parts { get; init; }

    /// <summary>The top lists that the run fetched; none where it did not ask for them.</summary>
    [GraphQLDescription("Spotify's top lists as the run found them, for each time range; none where it did not ask for them.")]
    public required IReadOnlyList<TopLists> Tops { get; init; }
}

[GraphQLDescription("What became of one part of a synchronization.")]
public sealed record SyncPartReport(
    [property: GraphQLDescription("What was asked for.")] SyncPart Part,
    [property: GraphQLDescription("How it ended.")] SyncPartStatus Status,
    [property: GraphQLDescription("How many entries Spotify gave.")] int Fetched,
    [property: GraphQLDescription("How many of them were new.")] int Added,
    [property: GraphQLDescription("How many that were there before are gone.")] int Removed,
    [property: GraphQLDescription("How many requests Spotify was sent for it.")] int Requests,
    [property: GraphQLDescription("Why it failed, was left out, or is not whole, as a sentence; null where there is nothing to say.")]
    string? Message);

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
