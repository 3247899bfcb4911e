namespace Personalify.Api.Hosting;

/// <summary>Everything the Api logs. No personal field appears in a message: ids and counts only.</summary>
public static partial class ApiLog
{
    [LoggerMessage(100, LogLevel.Information, "Applied the migration {Name} in {Milliseconds:F0} ms")]
    public static partial void MigrationApplied(this ILogger logger, string name, double milliseconds);

    [LoggerMessage(110, LogLevel.Warning, "The store {Store} does not answer: {Reason}")]
    public static partial void StoreAway(this ILogger logger, string store, string reason);

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

    [LoggerMessage(303, LogLevel.Warning, "The queue of imports cannot be read; trying again")]
    public static partial void QueueUnreachable(this ILogger logger, Exception exception);

    [LoggerMessage(304, LogLevel.Information, "Removed {Imports} uploads that were never started")]
    public static partial void UploadsRemoved(this ILogger logger, int imports);

    [LoggerMessage(305, LogLevel.Information, "There was no user yet: made the demo listener and queued {Plays} plays")]
    public static partial void DemoMade(this ILogger logger, int plays);

    [LoggerMessage(306, LogLevel.Warning, "Forgotten uploads could not be removed; trying again in an hour")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);

    [LoggerMessage(307, LogLevel.Warning, "The demo listener could not be made")]
    public static partial void DemoFailed(this ILogger logger, Exception exception);

    [LoggerMessage(
        308, LogLevel.Information, "Import {Import} was cancelled, or taken over by another process; attempt {Attempt} ends without it")]
    public static partial void ImportLeft(this ILogger logger, int import, int attempt);

    [LoggerMessage(
        400, LogLevel.Error, "What came from Spotify for a listener could not be wiped in {Store}; it is tried again in ten minutes")]
    public static partial void SpotifyWipeFailed(this ILogger logger, Exception exception, string store);

    [LoggerMessage(401, LogLevel.Warning, "Ways to Spotify that have ended could not be removed; trying again in ten minutes")]
    public static partial void SpotifySweepFailed(this ILogger logger, Exception exception);
}
