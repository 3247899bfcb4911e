using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Sync;

/// <summary>
/// Looks at intervals for parts that are due, for runs that the history has not taken yet, and for runs that can be removed.
/// </summary>
internal sealed class SyncScheduler(
    SyncSchedule schedule, SyncOutbox outbox, TimeProvider time, IOptions<SyncOptions> options, ILogger<SyncScheduler> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ScheduleInterval, time);
        try
        {
            do await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    /// <summary>A database that is away for a while must not end this; the next look finds it again.</summary>
    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (options.Value.Schedule) await schedule.QueueDueAsync(stoppingToken);
            await outbox.DeliverAsync(stoppingToken);
            await outbox.RemoveKeptAsync(stoppingToken);
        }
        catch (NpgsqlException failure)
        {
            log.SyncQueueUnreachable(failure.Message);
        }
    }
}
