using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Hosting;

/// <summary>Everything the Api logs. No personal field appears in a message: ids and counts only.</summary>
public static partial class ApiLog
{
    [LoggerMessage(100, LogLevel.Information, "Applied the migration {Name} in {Milliseconds:F0} ms")]
    public static partial void MigrationApplied(this ILogger logger, string name, double milliseconds);

    [LoggerMessage(110, LogLevel.Warning, "The store {Store} does not answer: {Reason}")]
    public static partial void StoreAway(this ILogger logger, string store, string reason);

    [LoggerMessage(111, LogLevel.Warning, "The community's figures could not be refreshed; the next look tries again: {Reason}")]
    public static partial void FiguresFailed(this ILogger logger, string reason);

    [LoggerMessage(112, LogLevel.Warning,
        "ConnectionStrings:Stats is not set and the main store still keeps changes for a node B, {Bytes} bytes by now; if there is none any more, run `remote unsubscribe`")]
    public static partial void SlotLeft(this ILogger logger, long bytes);

    [LoggerMessage(113, LogLevel.Warning,
        "BI tools cannot read node B, because the role of ConnectionStrings:Stats may not let them: {Reason}; make the role as a superuser "
        + "(CREATE ROLE {Role} NOLOGIN) and restart, or set Warehouse__Enabled=false")]
    public static partial void WarehouseUnread(this ILogger logger, string role, string reason);

    [LoggerMessage(120, LogLevel.Information, "A {Kind} ({Name}, {Document}) took {Milliseconds:F1} ms and has {Errors} errors")]
    public static partial void RequestCompleted(this ILogger logger, string kind, string name, string? document, double milliseconds, int errors);

    [LoggerMessage(121, LogLevel.Warning, "A {Kind} ({Name}, {Document}) was slow: it took {Milliseconds:F1} ms, {Limit:F0} ms are expected at most, and has {Errors} errors")]
    public static partial void RequestSlow(this ILogger logger, string kind, string name, string? document, double milliseconds, double limit, int errors);

    [LoggerMessage(200, LogLevel.Information, "Redis answers and is used")]
    public static partial void RedisConnected(this ILogger logger);

    [LoggerMessage(201, LogLevel.Warning, "Redis failed {Failures} times in a row ({Reason}); entities come from PostgreSQL until it answers again")]
    public static partial void RedisAway(this ILogger logger, int failures, string reason);

    [LoggerMessage(202, LogLevel.Warning, "ConnectionStrings:Redis is not set: at most {Entries} entities are cached in this process, and several Apis would not see each other's changes")]
    public static partial void CachedInProcess(this ILogger logger, int entries);

    [LoggerMessage(203, LogLevel.Warning, "A message of {Bytes} bytes in the channel of topics is none of ours and was left")]
    public static partial void TopicUnreadable(this ILogger logger, int bytes);

    [LoggerMessage(300, LogLevel.Information, "Import {Import} completed: {Rows} rows, {Added} added, in {Seconds:F1} s")]
    public static partial void ImportCompleted(this ILogger logger, int import, int rows, int added, double seconds);

    [LoggerMessage(301, LogLevel.Information, "Import {Import} was refused; its error says why")]
    public static partial void ImportFailed(this ILogger logger, int import);

    [LoggerMessage(302, LogLevel.Error, "Import {Import} broke in attempt {Attempt}")]
    public static partial void ImportBroke(this ILogger logger, Exception exception, int import, int attempt);

    [LoggerMessage(303, LogLevel.Warning, "The queue of imports cannot be read; trying again: {Reason}")]
    public static partial void QueueUnreachable(this ILogger logger, string reason);

    [LoggerMessage(304, LogLevel.Information, "Removed {Imports} uploads that were never started")]
    public static partial void UploadsRemoved(this ILogger logger, int imports);

    [LoggerMessage(305, LogLevel.Information, "There was no user yet: made the demo listener and queued {Plays} plays")]
    public static partial void DemoMade(this ILogger logger, int plays);

    [LoggerMessage(306, LogLevel.Warning, "Forgotten uploads could not be removed; trying again in an hour: {Reason}")]
    public static partial void SweepFailed(this ILogger logger, string reason);

    [LoggerMessage(307, LogLevel.Warning, "The demo listener could not be made")]
    public static partial void DemoFailed(this ILogger logger, Exception exception);

    [LoggerMessage(
        308, LogLevel.Information, "Import {Import} was cancelled, or taken over by another process; attempt {Attempt} ends without it")]
    public static partial void ImportLeft(this ILogger logger, int import, int attempt);

    [LoggerMessage(310, LogLevel.Warning, "Titles wait to be read, because the model cannot answer now: {Reason}")]
    public static partial void MoodModelAway(this ILogger logger, string reason);

    [LoggerMessage(311, LogLevel.Warning, "Titles of a listener wait to be read, because reading them failed: {Reason}")]
    public static partial void MoodsLeft(this ILogger logger, string reason);

    [LoggerMessage(312, LogLevel.Error, "Reading titles broke; trying again in a minute")]
    public static partial void MoodsBroke(this ILogger logger, Exception exception);

    [LoggerMessage(313, LogLevel.Information, "Read {Titles} titles of a listener in {Seconds:F1} s")]
    public static partial void MoodsScored(this ILogger logger, int titles, double seconds);

    [LoggerMessage(420, LogLevel.Information, "Synchronization {Run} ended ({Outcome}): {Parts} parts, {Requests} requests")]
    public static partial void SyncEnded(this ILogger logger, Guid run, Sync.History.SyncRunStatus outcome, int parts, int requests);

    [LoggerMessage(421, LogLevel.Warning, "Synchronization {Run} was interrupted by the end of its process; {Parts} parts are missing")]
    public static partial void SyncInterrupted(this ILogger logger, Guid run, int parts);

    [LoggerMessage(422, LogLevel.Information, "Synchronization {Run} is gone or another process's; this one leaves it")]
    public static partial void SyncLeft(this ILogger logger, Guid run);

    [LoggerMessage(423, LogLevel.Error, "The part {Part} of synchronization {Run} broke")]
    public static partial void SyncPartBroke(this ILogger logger, Exception exception, Sync.SyncPart part, Guid run);

    [LoggerMessage(424, LogLevel.Error, "Synchronization {Run} broke; it counts as interrupted when its lease has run out")]
    public static partial void SyncBroke(this ILogger logger, Exception exception, Guid run);

    [LoggerMessage(425, LogLevel.Warning, "The queue of synchronizations cannot be read; trying again: {Reason}")]
    public static partial void SyncQueueUnreachable(this ILogger logger, string reason);

    [LoggerMessage(426, LogLevel.Warning, "The history of synchronizations is away; finished runs wait here for it: {Reason}")]
    public static partial void SyncHistoryAway(this ILogger logger, string reason);

    [LoggerMessage(400, LogLevel.Warning, "Spotify's quota for {Group} is used up; nothing of it is asked before {Until}")]
    public static partial void SpotifyGroupClosed(this ILogger logger, QuotaGroup group, DateTimeOffset until);

    [LoggerMessage(401, LogLevel.Warning,
        "What was asked of Spotify could not be written to the database; it is counted in this process and tried again: {Reason}")]
    public static partial void SpotifyBudgetsUnwritten(this ILogger logger, string reason);

    [LoggerMessage(402, LogLevel.Information, "Spotify described {Entries} entries of the catalogue")]
    public static partial void CatalogueEnriched(this ILogger logger, int entries);

    [LoggerMessage(403, LogLevel.Warning, "The catalogue could not be enriched now; it goes on at the next interval: {Reason}")]
    public static partial void EnrichmentFailed(this ILogger logger, string reason);

    [LoggerMessage(
        410, LogLevel.Error, "What came from Spotify for a listener could not be wiped in {Store}; it is tried again in ten minutes")]
    public static partial void SpotifyWipeFailed(this ILogger logger, Exception exception, string store);

    [LoggerMessage(411, LogLevel.Warning, "Ways to Spotify that have ended could not be removed; trying again in ten minutes: {Reason}")]
    public static partial void SpotifySweepFailed(this ILogger logger, string reason);
}
