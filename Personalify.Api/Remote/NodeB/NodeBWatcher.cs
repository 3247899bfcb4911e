namespace Personalify.Api.Remote.NodeB;

/// <summary>Looks at node B every second for as long as the process lives.</summary>
internal sealed class NodeBWatcher(NodeBWatch watch, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (watch.Status.State == NodeBState.NotConfigured) return;
        using var timer = new PeriodicTimer(Interval, time);
        do await watch.LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
