using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Hosting;

namespace Personalify.Api.Remote.Replication;

/// <summary>
/// Keeps <see cref="SlotWatch"/> looking. Where there is no node B any more and node A still keeps changes for it, it says so once, with
/// what to do, because they fill the disk up to the limit.
/// </summary>
internal sealed class SlotWatcher(SlotWatch watch, IServiceProvider services, TimeProvider time, ILogger<SlotWatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ReplicationMetrics.Follow(watch);
        if (services.GetKeyedService<NpgsqlDataSource>(StoresModule.Stats) is null)
        {
            if (await LookAsync(stoppingToken) is { } left) log.SlotLeft(left.RetainedBytes ?? 0);
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        do await LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<SlotReading?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await watch.LookAsync(cancellationToken);
        }
        catch (NpgsqlException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // Node A is away; its health check says so.
        }
    }
}
