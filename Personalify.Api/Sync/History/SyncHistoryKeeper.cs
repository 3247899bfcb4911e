using Personalify.Api.Hosting;

namespace Personalify.Api.Sync.History;

/// <summary>
/// Makes the indexes of the history's store and lets go of old runs: at start, and again and again until the store is there, then every
/// hour. The Api serves meanwhile, because a history that is away costs only what shows it.
/// </summary>
internal sealed class SyncHistoryKeeper(ISyncHistory history, TimeProvider time, ILogger<SyncHistoryKeeper> log) : BackgroundService
{
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await MaintainAsync(stoppingToken) ? Usual : WhileAway, time, stoppingToken);
    }

    private async Task<bool> MaintainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await history.MaintainAsync(cancellationToken);
            return true;
        }
        catch (SyncHistoryUnavailableException away)
        {
            log.StoreAway(history.StoreName, away.Message);
            return false;
        }
    }
}
