using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Personalify.Api.Playing;

/// <summary>What changed; nothing, when nothing plays any more.</summary>
public sealed record PlayingEvent(NowPlaying? Playing);

/// <summary>
/// Follows what listeners play for as long as there are subscribers: one poller for a listener, however many subscribe, and none without
/// any.
/// </summary>
public sealed class PlayingFollower(PlayingReader reader, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Poller> _pollers = [];

    /// <summary>What plays now, then every change of it.</summary>
    public async IAsyncEnumerable<PlayingEvent> FollowAsync(int userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One unread event is as good as many: the last says how it is.
        var seat = Channel.CreateBounded<PlayingEvent>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var poller = Join(userId, seat);
        try
        {
            await foreach (var change in seat.Reader.ReadAllAsync(cancellationToken)) yield return change;
        }
        finally
        {
            Leave(userId, poller, seat);
        }
    }

    private Poller Join(int userId, Channel<PlayingEvent> seat)
    {
        lock (_lock)
        {
            if (!_pollers.TryGetValue(userId, out var poller))
            {
                _pollers[userId] = poller = new Poller();
                _ = Task.Run(() => PollAsync(userId, poller));
            }

            poller.Seats.Add(seat);
            if (poller.Last is { } last) seat.Writer.TryWrite(last);
            return poller;
        }
    }

    private void Leave(int userId, Poller poller, Channel<PlayingEvent> seat)
    {
        lock (_lock)
        {
            poller.Seats.Remove(seat);
            if (poller.Seats.Count > 0) return;
            if (_pollers.GetValueOrDefault(userId) == poller) _pollers.Remove(userId);
        }

        poller.Stopping.Cancel();
    }

    /// <summary>An unexpected failure ends the subscriptions with its reason, and not only the poller.</summary>
    private async Task PollAsync(int userId, Poller poller)
    {
        try
        {
            while (true)
            {
                var answer = await reader.ReadAsync(userId, poller.Stopping.Token);
                Tell(poller, new PlayingEvent(answer.Playing));
                var pause = answer.NextAt - clock.GetUtcNow();
                await Task.Delay(pause > Shortest ? pause : Shortest, clock, poller.Stopping.Token);
            }
        }
        catch (OperationCanceledException) when (poller.Stopping.IsCancellationRequested)
        {
            poller.Stopping.Dispose();
        }
        catch (Exception failure)
        {
            End(userId, poller, failure);
        }
    }

    private void Tell(Poller poller, PlayingEvent change)
    {
        lock (_lock)
        {
            if (poller.Last == change) return;
            poller.Last = change;
            foreach (var seat in poller.Seats) seat.Writer.TryWrite(change);
        }
    }

    private void End(int userId, Poller poller, Exception failure)
    {
        lock (_lock)
        {
            if (_pollers.GetValueOrDefault(userId) == poller) _pollers.Remove(userId);
            foreach (var seat in poller.Seats) seat.Writer.TryComplete(failure);
        }
    }

    private sealed class Poller
    {
        public HashSet<Channel<PlayingEvent>> Seats { get; } = [];

        public PlayingEvent? Last { get; set; }

        public CancellationTokenSource Stopping { get; } = new();
    }
}
