using Personalify.Testing;

namespace Personalify.DevStack.Tests.Testing;

public sealed class FixedTimeProviderTests
{
    private readonly FixedTimeProvider _clock = new("2026-03-01T12:00:00Z");

    [Fact]
    public void Time_passes_only_when_it_is_advanced()
    {
        var start = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 13, 30, 0, TimeSpan.Zero), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(90), _clock.GetElapsedTime(start));
    }

    [Fact]
    public void Timers_run_in_the_order_of_their_times()
    {
        var seen = new List<string>();
        using var late = _clock.CreateTimer(_ => seen.Add($"late {_clock.GetUtcNow():mm}"), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        using var early = _clock.CreateTimer(_ => seen.Add($"early {_clock.GetUtcNow():mm}"), null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4));
        _clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(["early 02", "late 05", "early 06"], seen);
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
    }
}
