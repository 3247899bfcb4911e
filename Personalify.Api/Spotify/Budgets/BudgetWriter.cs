namespace Personalify.Api.Spotify.Budgets;

/// <summary>Writes the counts every few seconds, and once more when the process ends.</summary>
internal sealed class BudgetWriter(SpotifyBudgets budgets, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SpotifyBudgets.Freshness, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await budgets.FlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await budgets.FlushAsync(CancellationToken.None);
        }
    }
}
