using System.Collections.Concurrent;
using Personalify.Api.Access.Connections;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.Api.Tops;

/// <summary>
/// Spotify's ids of connected listeners, remembered for a short while so that an answer from the cache needs no database. Only who is
/// connected is remembered: a new connection is seen at once, and the end of one is told to all processes.
/// </summary>
public sealed class ConnectedListeners(
    SpotifyConnectionStore store, ITopicEventSender sender, ITopicEventReceiver receiver, TimeProvider time)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private const string Topic = "spotify-connections";
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<int, (string SpotifyId, long Since)> _known = [];

    /// <summary>Null when the listener is not connected.</summary>
    public ValueTask<string?> FindAsync(int userId, CancellationToken cancellationToken) =>
        _known.TryGetValue(userId, out var known) && time.GetElapsedTime(known.Since) < Remembered
            ? ValueTask.FromResult<string?>(known.SpotifyId)
            : new ValueTask<string?>(ReadAsync(userId, cancellationToken));

    /// <summary>Call it when a connection was made anew or ended.</summary>
    public async Task ForgetAsync(int userId, CancellationToken cancellationToken)
    {
        _known.TryRemove(userId, out _);
        await sender.SendAsync(Topic, userId, cancellationToken);
    }

    /// <summary>Forgets what other processes say has changed, for as long as the process lives.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var words = await receiver.SubscribeAsync<int>(Topic, Most, TopicBufferFullMode.DropOldest, cancellationToken);
        await foreach (var userId in words.ReadEventsAsync().WithCancellation(cancellationToken)) _known.TryRemove(userId, out _);
    }

    private async Task<string?> ReadAsync(int userId, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        if (await store.FindAsync(userId, cancellationToken) is not { } connection) return null;
        if (_known.Count >= Most) _known.Clear();
        _known[userId] = (connection.SpotifyId, since);
        return connection.SpotifyId;
    }
}

/// <summary>Listens for as long as the process lives.</summary>
internal sealed class ConnectionListener(ConnectedListeners listeners) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await listeners.ListenAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }
}
