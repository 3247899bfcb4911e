using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.History;

/// <summary>
/// The history of synchronizations: every run, appended, and for each listener of Spotify and time range the current top lists. MongoDB or
/// PostgreSQL keeps it. Every call is bounded in time; a store that is away throws <see cref="SyncHistoryUnavailableException"/>.
/// </summary>
public interface ISyncHistory
{
    /// <summary>Which store it is, as health and pages name it.</summary>
    string StoreName { get; }

    /// <summary>Takes the place of the document of the same listener and time range, unless that is of a later run.</summary>
    Task SaveCurrentAsync(CurrentTops tops, CancellationToken cancellationToken);

    Task<CurrentTops?> FindCurrentAsync(int userId, string spotifyId, TimeRange timeRange, CancellationToken cancellationToken);

    /// <summary>Every current document of the listener, also of an account at Spotify that was connected before.</summary>
    Task<IReadOnlyList<CurrentTops>> ListCurrentAsync(int userId, CancellationToken cancellationToken);

    /// <summary>Appends a run; the same run appended again, after a lost answer, changes nothing.</summary>
    Task AppendAsync(SyncRun run, CancellationToken cancellationToken);

    Task<SyncRun?> FindAsync(int userId, Guid runId, CancellationToken cancellationToken);

    /// <summary>Runs of the listener, the newest first, at most <paramref name="count"/> of those beyond the bounds.</summary>
    /// <param name="userId">Of the listener.</param>
    /// <param name="olderThan">Only runs before this one.</param>
    /// <param name="newerThan">Only runs after this one.</param>
    /// <param name="count">The most runs.</param>
    /// <param name="nearestToNewer">Whether the runs next after <paramref name="newerThan"/> are wanted where there are more than
    /// <paramref name="count"/>; they come newest first all the same.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="onlyWithTops">Only runs that fetched top lists.</param>
    Task<IReadOnlyList<SyncRun>> ListAsync(
        int userId, Guid? olderThan, Guid? newerThan, int count, bool nearestToNewer, CancellationToken cancellationToken,
        bool onlyWithTops = false);

    Task<int> CountAsync(int userId, CancellationToken cancellationToken, bool onlyWithTops = false);

    /// <summary>Removes everything of the listener, at once.</summary>
    Task ForgetAsync(int userId, CancellationToken cancellationToken);

    /// <summary>Makes the indexes that are missing and lets go of runs that are older than is kept. Doing it again is harmless.</summary>
    Task MaintainAsync(CancellationToken cancellationToken);

    /// <summary>Whether the store answers at this moment.</summary>
    Task<bool> PingAsync(CancellationToken cancellationToken);
}

/// <summary>The store of the history did not answer in time, or not at all.</summary>
public sealed class SyncHistoryUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
