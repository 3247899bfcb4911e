namespace Personalify.Api.Caching;

/// <summary>Notices a server that hung while nobody asked for anything, so that it is not the next visitor who waits.</summary>
internal sealed class RedisHeartbeat(RedisGate gate, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do await gate.PingAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
