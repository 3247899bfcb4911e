using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>When a part is due again.</summary>
public static class SyncDue
{
    /// <summary>
    /// Only the listener or the owner of the app changes what is left out, and looking for it at every poll would fill the history.
    /// </summary>
    private static readonly TimeSpan SkippedEvery = TimeSpan.FromDays(1);

    /// <summary>Up to a tenth of the interval earlier, by chance, so that listeners who began together do not stay together.</summary>
    public static DateTimeOffset After(
        SyncPartReport report, DateTimeOffset now, IReadOnlyDictionary<SyncPart, DateTimeOffset> notBefore, SyncOptions options)
    {
        var every = options.Every(report.Part);
        var pause = report.Status switch
        {
            SyncPartStatus.Failed when options.RetryFailedAfter < every => options.RetryFailedAfter,
            SyncPartStatus.Skipped when SkippedEvery > every => SkippedEvery,
            _ => every,
        };
        var due = now + (pause * (1 - (Random.Shared.NextDouble() / 10)));
        return notBefore.TryGetValue(report.Part, out var earliest) && earliest > due
            ? earliest + (pause * Random.Shared.NextDouble() / 10)
            : due;
    }
}

/// <summary>How a run ended, by its parts.</summary>
public static class SyncOutcome
{
    public static SyncRunStatus Of(IReadOnlyCollection<SyncPartReport> parts)
    {
        if (parts.All(part => part.Status == SyncPartStatus.Completed)) return SyncRunStatus.Completed;
        return parts.Any(part => part.Status == SyncPartStatus.Completed) ? SyncRunStatus.Partial : SyncRunStatus.Failed;
    }
}
