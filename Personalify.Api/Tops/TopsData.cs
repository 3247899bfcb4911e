using Personalify.Api.Access.Connections;

namespace Personalify.Api.Tops;

/// <summary>Top lists in the store and in Redis.</summary>
internal sealed class TopsData(TopsStore store, TopsCache cache, ConnectedListeners listeners) : ISpotifyData
{
    public async Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken)
    {
        await listeners.ForgetAsync(connection.UserId, cancellationToken);
        await store.WipeAsync(connection.UserId, cancellationToken);
        if (!await cache.ForgetAsync(connection.SpotifyId, cancellationToken))
            throw new TimeoutException("Redis did not answer, so it may still hold top lists of the listener.");
    }
}
