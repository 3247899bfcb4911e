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
/// store, the history and Redis. Where Spotify does not answer, what the store has is still right for its time.
/// </summary>
public sealed class TopsReader(
    ConnectedListeners listeners, TopsCache cache, TopsStore store, TopsTurns turns, TopsRefresh refresh, TimeProvider time,
    IOptions<TopsOptions> options)
{
    /// <summary>Null when there are none: never connected, or nothing fetched yet.</summary>
    /// <param name="userId">Of the listener.</param>
    /// <param name="range">Of the lists.</param>
    /// <param name="fresh">Ask Spotify, whatever the cache has.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="GraphQLException">There are none yet, and Spotify gives none.</exception>
    public async Task<Tops?> ReadAsync(int userId, TimeRange range, bool fresh, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(userId, cancellationToken) is not { } spotifyId)
            return await store.FindAsync(userId, null, range, cancellationToken);
        if (fresh) return await TurnAsync($"fresh:{TopsCache.KeyOf(spotifyId, range)}", RenewAsync);
        var (lists, answered) = await cache.ReadAsync(spotifyId, range, cancellationToken);
        return lists is not null && lists.UserId == userId
            ? lists
            : await TurnAsync(TopsCache.KeyOf(spotifyId, range), MissAsync);

        Task<Tops?> RenewAsync(CancellationToken cancellation) => refresh.RunAsync(userId, range, cancellation);

        async Task<Tops?> MissAsync(CancellationToken cancellation)
        {
            var stored = await store.FindAsync(userId, spotifyId, range, cancellation);
            if (stored is null || stored.SyncedAt + options.Value.CacheTtl <= time.GetUtcNow()) return await refresh.RunAsync(userId, range,
                cancellation);
            if (answered) await refresh.CacheAsync(userId, spotifyId, stored, cancellation);
            return stored;
        }

        async Task<Tops?> TurnAsync(string key, Func<CancellationToken, Task<Tops?>> work)
        {
            try
            {
                return await turns.RunAsync(key, work, cancellationToken);
            }
            catch (TimeoutException)
            {
                return await store.FindAsync(userId, spotifyId, range, cancellationToken)
                    ?? throw new GraphQLException(SyncSentences.Unreachable, ArgumentErrors.Spotify);
            }
        }
    }
}

/// <summary>Fetches one time range because a caller waits for it, as a small run of its own that the history has too.</summary>
public sealed class TopsRefresh(
    SpotifyConnections connections, SpotifyConnectionStore connected, TopsFetcher fetcher, TopsStore store, TopsCache cache, SyncEnds ends,
    SyncOutbox outbox, TimeProvider time)
{
    public async Task<Tops?> RunAsync(int userId, TimeRange range, CancellationToken cancellationToken)
    {
        var listener = await connections.FindAsync(userId, cancellationToken);
        if (listener is null || !listener.Connection.Grants(Scopes.UserTopRead))
            return await store.FindAsync(userId, listener?.Connection.SpotifyId, range, cancellationToken);
        try
        {
            return await FetchAsync(listener, range, cancellationToken);
        }
        catch (APIException failure)
        {
            return await store.FindAsync(userId, listener.Connection.SpotifyId, range, cancellationToken)
                ?? throw new GraphQLException(SyncSentences.Of(failure, time.GetUtcNow()).Message, ArgumentErrors.Spotify);
        }
    }

    /// <summary>Writes stored lists into Redis, and takes them back out if the listener has disconnected meanwhile.</summary>
    public async Task CacheAsync(int userId, string spotifyId, Tops lists, CancellationToken cancellationToken)
    {
        await cache.AddAsync(spotifyId, lists, cancellationToken);
        if (await connected.FindAsync(userId, cancellationToken) is null) await cache.ForgetAsync(spotifyId, cancellationToken);
    }

    private async Task<Tops?> FetchAsync(ConnectedSpotify listener, TimeRange range, CancellationToken cancellationToken)
    {
        var (requests, started) = (SyncRequests.Start(), time.GetUtcNow());
        var lists = await fetcher.FetchAsync(listener.Client, range, cancellationToken);
        var (connection, run) = (listener.Connection, TopsRun.Of(listener.Connection, lists, started, time.GetUtcNow(), requests.Count));
        if (!await store.SaveAsync(connection, run.Id, run.FinishedAt, lists, cancellationToken)) return null;
        await ends.RecordAsync(run, cancellationToken);
        var tops = await store.FindAsync(connection.UserId, connection.SpotifyId, range, cancellationToken);
        if (tops is not null) await cache.ReplaceAsync(connection.SpotifyId, tops, cancellationToken);
        await outbox.DeliverAsync(cancellationToken);
        return tops;
    }
}
