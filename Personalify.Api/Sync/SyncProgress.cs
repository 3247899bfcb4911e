using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

[GraphQLDescription("How far a synchronization with Spotify is.")]
public sealed record SyncProgress(
    [property: GraphQLDescription("Of the run, as the history knows it.")] [property: ID<SyncRun>] SyncRunId RunId,
    [property: GraphQLDescription("Where it stands.")] SyncState Status,
    [property: GraphQLDescription("Why it runs.")] SyncTrigger Trigger,
    [property: GraphQLDescription("The part at work, or null.")] SyncPart? Part,
    [property: GraphQLDescription("Entries that the part at work has fetched so far.")] int Fetched,
    [property: GraphQLDescription("What it asks for, in this order.")] IReadOnlyList<SyncPart> Wanted,
    [property: GraphQLDescription("The parts that have ended.")] IReadOnlyList<SyncedPart> Done,
    [property: GraphQLDescription("When it was asked for or became due, UTC.")] DateTimeOffset RequestedAt,
    [property: GraphQLDescription("When it began, UTC; null while it waits.")] DateTimeOffset? StartedAt,
    [property: GraphQLDescription("When it ended, UTC; null before.")] DateTimeOffset? FinishedAt)
{
    public static SyncProgress Of(SyncJob job) => new(
        new SyncRunId(job.UserId, job.Id), job.State, job.Trigger, job.Part, job.Fetched, job.Wanted,
        [.. job.Done.Select(part => new SyncedPart(part.Part, part.Status, part.Fetched, part.Message))],
        job.RequestedAt, job.StartedAt, job.FinishedAt);
}

[GraphQLDescription("A part of a synchronization that has ended.")]
public sealed record SyncedPart(
    [property: GraphQLDescription("Which part.")] SyncPart Part,
    [property: GraphQLDescription("How it ended.")] SyncPartStatus Status,
    [property: GraphQLDescription("How many entries came.")] int Fetched,
    [property: GraphQLDescription("Why it is not there, or what could not be had; null when there is nothing to say.")] string? Message);
