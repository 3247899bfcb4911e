using Personalify.Api.Hosting;
using StackExchange.Redis;

namespace Personalify.Api.Caching;

/// <summary>
/// The one way to Redis. Every call is bounded, more closely than by the client's own timeout, which it looks at once a second; several
/// failures in a row open the circuit, and then no call waits until a new connection has answered. Only commands that may run twice:
/// one that was given up may still run.
/// </summary>
public sealed class RedisGate(ConfigurationOptions options, TimeProvider time, ILogger<RedisGate> logger) : IDisposable
{
    /// <summary>
    /// How long one call waits; with what a busy machine adds, and with the calls in doubt, a request waits 250 ms at most.
    /// </summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromMilliseconds(180);

    /// <summary>How long each further call waits while the last one was not answered, until the circuit opens.</summary>
    public static readonly TimeSpan InDoubt = TimeSpan.FromMilliseconds(10);

    /// <summary>After so many calls in a row without an answer none waits until a new connection has answered.</summary>
    public const int FailuresToOpen = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _attempted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Listener> _listeners = [];
    private ConnectionMultiplexer? _multiplexer;
    private Func<IConnectionMultiplexer, IDisposable>? _watch;
    private IDisposable? _watched;
    private int _failures;
    private int _isStarted;
    private long _longestWait;

    /// <summary>The longest that a caller has waited for Redis.</summary>
    public TimeSpan LongestWait => TimeSpan.FromTicks(Interlocked.Read(ref _longestWait));

    /// <summary>The number of the database that the connection string names.</summary>
    public int Database => options.DefaultDatabase ?? 0;

    /// <summary>
    /// Hands on every message of a channel, over all connections that come and go; nothing that is published in between.
    /// </summary>
    public void Listen(string channel, Func<byte[], Task> handler)
    {
        lock (_listeners) _listeners.Add(new Listener(channel, handler));
        if (Volatile.Read(ref _multiplexer) is { } multiplexer) Observe(ListenAsync(multiplexer));
    }

    /// <summary>Lets every connection that is used from now on be watched for as long as it is.</summary>
    public void Watch(Func<IConnectionMultiplexer, IDisposable> watch) => _watch = watch;

    /// <summary>The call's result, or the fallback when Redis is away or hung. The first call waits for the first connection attempt.</summary>
    public async Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, T fallback, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        try
        {
            if (!_attempted.Task.IsCompleted) await StartAsync().WaitAsync(CallLimit, time, cancellationToken);
            return Volatile.Read(ref _multiplexer) is { } multiplexer ? await CallAsync(multiplexer, call, fallback,
                cancellationToken) : fallback;
        }
        catch (TimeoutException)
        {
            return fallback; // The first attempt is still under way.
        }
        finally
        {
            Waited(time.GetElapsedTime(since));
        }
    }

    /// <summary>Whether Redis answers at this moment.</summary>
    public Task<bool> PingAsync(CancellationToken cancellationToken) =>
        CallAsync(async database => await database.PingAsync() >= TimeSpan.Zero, fallback: false, cancellationToken);

    public void Dispose()
    {
        _stopping.Cancel();
        Interlocked.Exchange(ref _multiplexer, null)?.Close(allowCommandsToComplete: false);
        Interlocked.Exchange(ref _watched, null)?.Dispose();
        _stopping.Dispose();
    }

    private async Task<T> CallAsync<T>(
        ConnectionMultiplexer multiplexer, Func<IDatabase, Task<T>> call, T fallback, CancellationToken cancellationToken)
    {
        Task<T>? pending = null;
        try
        {
            pending = call(multiplexer.GetDatabase());
            var limit = Volatile.Read(ref _failures) == 0 ? CallLimit : InDoubt;
            var result = await pending.WaitAsync(limit, time, cancellationToken);
            Volatile.Write(ref _failures, 0);
            return result;
        }
        catch (Exception e) when (IsFailure(e))
        {
            if (Interlocked.Increment(ref _failures) >= FailuresToOpen) Open(multiplexer, e);
            return fallback;
        }
        finally
        {
            if (pending is { IsCompleted: false }) Observe(pending);
        }
    }

    private void Waited(TimeSpan wait)
    {
        for (var longest = _longestWait; wait.Ticks > longest; longest = Interlocked.Read(ref _longestWait))
            if (Interlocked.CompareExchange(ref _longestWait, wait.Ticks, longest) == longest) RedisMetrics.Waited(wait);
    }

    private static bool IsFailure(Exception e) => e is TimeoutException or RedisException or ObjectDisposedException;

    private Task StartAsync()
    {
        if (Interlocked.Exchange(ref _isStarted, 1) == 0) _ = Task.Run(() => ConnectAsync(_stopping.Token));
        return _attempted.Task;
    }

    private void Open(ConnectionMultiplexer failing, Exception reason)
    {
        if (Interlocked.CompareExchange(ref _multiplexer, null, failing) != failing) return; // another caller was faster
        logger.RedisAway(FailuresToOpen, reason.GetType().Name);
        var stopping = _stopping.Token;
        _ = Task.Run(async () =>
        {
            await failing.CloseAsync(allowCommandsToComplete: false); // what was queued on it fails
            await ConnectAsync(stopping);
        });
    }

    // The client notices late that a server hangs, hence a new connection for each attempt, and one that must answer.
    private async Task ConnectAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var connected = await TryConnectAsync(stopping);
            if (connected is not null) await CloseAsync(connected);
            _attempted.TrySetResult();
            if (connected is not null) return;
            await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CloseAsync(ConnectionMultiplexer connected)
    {
        Volatile.Write(ref _failures, 0);
        Interlocked.Exchange(ref _watched, _watch?.Invoke(connected))?.Dispose();
        Volatile.Write(ref _multiplexer, connected);
        logger.RedisConnected();
        await ListenAsync(connected).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Who came while it connected.
    }

    private async Task<ConnectionMultiplexer?> TryConnectAsync(CancellationToken stopping)
    {
        ConnectionMultiplexer? multiplexer = null;
        try
        {
            multiplexer = await ConnectionMultiplexer.ConnectAsync(options);
            await multiplexer.GetDatabase().PingAsync().WaitAsync(CallLimit, time, stopping);
            await ListenAsync(multiplexer).WaitAsync(CallLimit, time, stopping);
            return multiplexer;
        }
        catch (Exception e) when (IsFailure(e) || e is OperationCanceledException)
        {
            if (multiplexer is not null) await multiplexer.CloseAsync(allowCommandsToComplete: false);
            return null;
        }
    }

    /// <summary>Each listener hears a connection once.</summary>
    private Task ListenAsync(ConnectionMultiplexer multiplexer)
    {
        List<Listener> deaf;
        lock (_listeners)
        {
            deaf = [.. _listeners.Where(listener => listener.Hears != multiplexer)];
            foreach (var listener in deaf) listener.Hears = multiplexer;
        }

        return Task.WhenAll(deaf.Select(listener => ListenAsync(multiplexer, listener)));
    }

    // A queue, because only its messages come one after the other, as they were sent.
    private static async Task ListenAsync(ConnectionMultiplexer multiplexer, Listener listener)
    {
        var messages = await multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal(listener.Channel));
        messages.OnMessage(message => Observe(listener.Handler((byte[]?)message.Message ?? [])));
    }

    private sealed class Listener(string channel, Func<byte[], Task> handler)
    {
        public string Channel { get; } = channel;

        public Func<byte[], Task> Handler { get; } = handler;

        public ConnectionMultiplexer? Hears { get; set; }
    }

    // A call that was given up fails later, when nobody listens any more; it must not count as unobserved.
    private static void Observe(Task pending) => _ = pending.ContinueWith(static task => task.Exception, TaskContinuationOptions.OnlyOnFaulted);
}
