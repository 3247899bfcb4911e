using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Sync;

/// <summary>Takes runs from the queue, several listeners' at once, for as long as the process lives.</summary>
internal sealed class SyncWorker(SyncQueue queue, SyncRunner runner, IOptions<SyncOptions> options, ILogger<SyncWorker> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.RemoveAll(run => run.IsCompleted);
                if (running.Count < options.Value.Concurrency && await ClaimAsync(stoppingToken) is { } claimed)
                    running.Add(RunAsync(claimed, stoppingToken));
                else await queue.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    /// <summary>Where even the end of a run cannot be written down, its lease runs out and it counts as interrupted.</summary>
    private async Task RunAsync(ClaimedSync claimed, CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunAsync(claimed, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The run is put back already; only handing it over to the history was given up, and the next process does that.
        }
        catch (Exception failure)
        {
            log.SyncBroke(failure, claimed.Job.Id);
        }
        queue.Signal();
    }

    /// <summary>A database that is away for a while must not end the worker; it looks again at the next interval.</summary>
    private async Task<ClaimedSync?> ClaimAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await queue.ClaimAsync(stoppingToken);
        }
        catch (NpgsqlException failure)
        {
            log.SyncQueueUnreachable(failure.Message);
            return null;
        }
    }
}
