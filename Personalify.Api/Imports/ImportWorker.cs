using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Imports;

/// <summary>Takes imports from the queue, several users' at once, for as long as the process lives.</summary>
internal sealed class ImportWorker(ImportQueue queue, ImportRunner runner, IOptions<ImportOptions> options, ILogger<ImportWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ReserveThreads(options.Value.Concurrency);
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.RemoveAll(run => run.IsCompleted);
                if (running.Count < options.Value.Concurrency && await ClaimAsync(stoppingToken) is { } import) running.Add(RunAsync(import, stoppingToken));
                else await queue.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    /// <summary>
    /// While a run reads it holds two threads of the pool, which grows slowly, and no request or heartbeat may wait for that.
    /// </summary>
    private static void ReserveThreads(int runs)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + (2 * runs)), completions);
    }

    /// <summary>Where even the end of a run cannot be written down, its lease runs out and somebody tries again.</summary>
    private async Task RunAsync(ClaimedImport import, CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunAsync(import, stoppingToken);
        }
        catch (Exception failure)
        {
            log.ImportBroke(failure, import.Id, import.Attempt);
        }
        queue.Signal();
    }

    /// <summary>A database that is away for a while must not end the worker; it looks again at the next interval.</summary>
    private async Task<ClaimedImport?> ClaimAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await queue.ClaimAsync(stoppingToken);
        }
        catch (NpgsqlException failure)
        {
            log.QueueUnreachable(failure.Message);
            return null;
        }
    }
}
