namespace Personalify.Api.Access;

/// <summary>
/// Counts attempts by key and refuses those beyond a limit until the window that the first one opened has passed. Keeps a bounded
/// number of keys; when full, it forgets the window that ends first.
/// </summary>
public sealed class AttemptLimit(int limit, TimeSpan window, int capacity, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset EndsAt)> _byEnd = new();

    /// <summary>Counts an attempt; or says how long to wait, and does not count it.</summary>
    public TimeSpan? Take(string key)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            ForgetEnded(now);
            if (!_windows.TryGetValue(key, out var current)) current = Open(key, now + window);
            if (current.Attempts >= limit) return current.EndsAt - now;
            current.Attempts++;
            return null;
        }
    }

    /// <summary>Takes back an attempt that turned out well.</summary>
    public void GiveBack(string key)
    {
        lock (_lock)
        {
            if (_windows.TryGetValue(key, out var current) && current.Attempts > 0) current.Attempts--;
        }
    }

    private Window Open(string key, DateTimeOffset endsAt)
    {
        if (_windows.Count >= capacity) _windows.Remove(_byEnd.Dequeue().Key);
        _byEnd.Enqueue((key, endsAt));
        return _windows[key] = new Window(endsAt);
    }

    private void ForgetEnded(DateTimeOffset now)
    {
        while (_byEnd.TryPeek(out var first) && first.EndsAt <= now) _windows.Remove(_byEnd.Dequeue().Key);
    }

    private sealed class Window(DateTimeOffset endsAt)
    {
        public DateTimeOffset EndsAt { get; } = endsAt;

        public int Attempts { get; set; }
    }
}
