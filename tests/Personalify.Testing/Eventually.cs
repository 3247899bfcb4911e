using System.Diagnostics;

namespace Personalify.Testing;

/// <summary>Waits for a condition, never for a length of time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, string description, TimeSpan? limit = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > (limit ?? Limit)) throw new TimeoutException($"It did not come true within {limit ?? Limit}: {description}.");
            await Task.Delay(Interval);
        }
    }

    public static Task IsTrueAsync(Func<bool> condition, string description, TimeSpan? limit = null) =>
        IsTrueAsync(() => Task.FromResult(condition()), description, limit);
}
