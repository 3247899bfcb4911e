using Microsoft.Extensions.Options;
using Personalify.Api.Access.Connections;
using Personalify.Api.Errors;
using Personalify.GraphQL.Errors;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Sync;

namespace Personalify.Api.Tops;

/// <summary>
/// A listener's current top lists: from Redis; what is not there from the store, if it is fresh enough; else from Spotify, then into the
/// store, the history and Redis. Only what is asked for is fetched. Where Spotify does not answer, what the store has is still right for
/// its time.
/// </summary>
public sealed class TopsReader(
    ConnectedListeners listeners, TopsCache cache, TopsStore store, TopsTurns turns, TopsRefresh refresh, TimeProvider time,
    IOptions<TopsOptions> options)
{
    /// <summary>Null when there are none: never connected, or nothing fetched yet.</summary>
    /// <param name="userId">Of the listener.</param>
    /// <param name="range">Of the lists.</param>
    /// <param name="demand">How much of them.</param>
    /// <param name="fresh">Ask Spotify, whatever the cache has; that is a run, which brings both lists whole.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="GraphQLException">There are none yet, and Spotify gives none.</exception>
    public async Task<Tops?> ReadAsync(int userId, TimeRange range, TopsDemand demand, bool fresh, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(userId, cancellationToken) is not { } spotifyId)
            return await store.FindAsync(userId, null, range, demand, cancellationToken);
        var key = TopsCache.KeyOf(spotifyId, range);
        if (fresh) return await TurnAsync($"fresh:{key}", TopsDemand.All, RenewAsync);
        var (lists, answered) = await cache.ReadAsync(spotifyId, range, demand, cancellationToken);
        return lists is not null && lists.UserId == userId ? lists : await TurnAsync(key, demand, MissAsync);

        Task<Tops?> RenewAsync(CancellationToken cancellation) =>
            refresh.RunAsync(userId, range, TopsDemand.All, TopsDemand.All, cancellation);

        async Task<Tops?> MissAsync(CancellationToken cancellation)
        {
            var stored = await store.FindAsync(userId, spotifyId, range, demand, cancellation);
            var current = stored?.Since(time.GetUtcNow() - options.Value.CacheTtl);
            if (current is null || !demand.IsMetBy(current))
                return await refresh.RunAsync(userId, range, demand, demand.Beyond(current), cancellation);
            if (answered) await refresh.CacheAsync(spotifyId, current, cancellation);
            return current;
        }

        async Task<Tops?> TurnAsync(string key, TopsDemand wanted, Func<CancellationToken, Task<Tops?>> work)
        {
            try
            {
                return await turns.RunAsync(key, wanted, work, cancellationToken);
            }
            catch (TimeoutException)
            {
                var stored = await store.FindAsync(userId, spotifyId, range, demand, cancellationToken);
                return stored is not null && demand.IsMetBy(stored) ? stored
                    : throw new GraphQLException(SyncSentences.Unreachable, ArgumentErrors.Spotify);
            }
        }
    }
}

/// <summary>
/// Fetches lists of one time range because a caller waits for them, as a small run of its own that the history has too. Only both lists
/// whole are lists of a run: they are what later runs are compared with, and the current document of the history. Less than that is kept
/// beside them, and the history is told what was fetched and not the lists, because in a comparison all that was not asked for would seem
/// to have left.
/// </summary>
public sealed class TopsRefresh(
    SpotifyConnections connections, SpotifyConnectionStore connected, TopsFetcher fetcher, TopsStore store, TopsCache cache, SyncEnds ends,
    SyncOutbox outbox, TimeProvider time)
{
    /// <param name="userId">Of the listener.</param>
    /// <param name="range">Of the lists.</param>
    /// <param name="demand">What is asked for.</param>
    /// <param name="missing">What of it has to be fetched.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Tops?> RunAsync(
        int userId, TimeRange range, TopsDemand demand, TopsDemand missing, CancellationToken cancellationToken)
    {
        var listener = await connections.FindAsync(userId, cancellationToken);
        if (listener is null || !listener.Connection.Grants(Scopes.UserTopRead))
            return await store.FindAsync(userId, listener?.Connection.SpotifyId, range, demand, cancellationToken);
        try
        {
            if (!await FetchAsync(listener, range, missing, cancellationToken)) return null;
            return await PublishAsync(listener.Connection, range, demand, cancellationToken);
        }
        catch (APIException failure)
        {
            var stored = await store.FindAsync(userId, listener.Connection.SpotifyId, range, demand, cancellationToken);
            return stored is not null && demand.IsMetBy(stored) ? stored
                : throw new GraphQLException(SyncSentences.Of(failure, time.GetUtcNow()).Message, ArgumentErrors.Spotify);
        }
    }

    /// <summary>
    /// Writes stored lists into Redis, and takes them back out if others have come or the listener has disconnected meanwhile.
    /// </summary>
    public async Task CacheAsync(string spotifyId, Tops lists, CancellationToken cancellationToken)
    {
        await cache.AddAsync(spotifyId, lists, cancellationToken);
        await CheckAsync(spotifyId, lists, cancellationToken);
    }

    /// <summary>False when the listener has disconnected meanwhile.</summary>
    private async Task<bool> FetchAsync(
        ConnectedSpotify listener, TimeRange range, TopsDemand missing, CancellationToken cancellationToken)
    {
        var (requests, started) = (SyncRequests.Start(), time.GetUtcNow());
        var fetched = await fetcher.FetchAsync(listener.Client, range, missing, cancellationToken);
        var (connection, run) = (listener.Connection, TopsRun.Of(listener.Connection, fetched, started, time.GetUtcNow(), requests.Count));
        // A part is said to be of when it was asked for, so that a whole run that ends meanwhile is the newer of both.
        if (!await (fetched.IsWhole
                ? store.SaveAsync(connection, run.Id, run.FinishedAt, fetched.Lists, cancellationToken)
                : store.SaveAskedAsync(connection, run.Id, started, fetched, cancellationToken)))
            return false;
        await ends.RecordAsync(run, cancellationToken);
        return true;
    }

    private async Task<Tops?> PublishAsync(
        SpotifyConnection connection, TimeRange range, TopsDemand demand, CancellationToken cancellationToken)
    {
        var lists = await store.FindAsync(connection.UserId, connection.SpotifyId, range, demand, cancellationToken);
        if (lists is not null)
        {
            await cache.ReplaceAsync(connection.SpotifyId, lists, cancellationToken);
            await CheckAsync(connection.SpotifyId, lists, cancellationToken);
        }

        await outbox.DeliverAsync(cancellationToken);
        return lists;
    }

    private async Task CheckAsync(string spotifyId, Tops lists, CancellationToken cancellationToken)
    {
        if (await connected.FindAsync(lists.UserId, cancellationToken) is null || !await store.IsNewestAsync(lists, cancellationToken))
            await cache.ForgetAsync(spotifyId, cancellationToken);
    }
}
