using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;
using Personalify.Api.Errors;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Tops;

/// <summary>Top lists of earlier runs, from the history of synchronizations.</summary>
public sealed class TopsHistory(IServiceProvider services, TopsStore store, SyncStore runs)
{
    /// <summary>Null when the listener has no such run, or it brought no lists for the range.</summary>
    public async Task<Tops?> FindAsync(int userId, TimeRange range, SyncRunId run, CancellationToken cancellationToken)
    {
        if (run.UserId != userId || await store.FindMomentAsync(userId, range, run.RunId, cancellationToken) is not { } moment) return null;
        try
        {
            if (await ListsAsync(userId, range, run.RunId, cancellationToken) is not { } lists) return null;
            var before = moment.Previous is { } previous ? await ListsAsync(userId, range, previous, cancellationToken) : null;
            return TopsView.Of(userId, run.RunId, moment.SyncedAt, lists, before);
        }
        catch (SyncHistoryUnavailableException away)
        {
            throw new GraphQLException(away.Message, ArgumentErrors.HistoryAway);
        }
    }

    /// <summary>From the run itself while the history has not taken it yet.</summary>
    private async Task<TopLists?> ListsAsync(int userId, TimeRange range, Guid runId, CancellationToken cancellationToken)
    {
        var waiting = await runs.FindAsync(userId, runId, cancellationToken);
        if (waiting?.Tops.FirstOrDefault(lists => lists.TimeRange == range) is { } here) return here;
        var run = services.GetService<ISyncHistory>() is { } history ? await history.FindAsync(userId, runId, cancellationToken) : null;
        return run?.Tops.FirstOrDefault(lists => lists.TimeRange == range);
    }
}
