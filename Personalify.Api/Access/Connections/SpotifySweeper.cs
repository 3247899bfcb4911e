using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Access.Connections;

/// <summary>Forgets ways to Spotify that nobody came back from, and wipes where a store was away before.</summary>
internal sealed class SpotifySweeper(SpotifySignInStore signIns, SpotifyWipes wipes, TimeProvider time, ILogger<SpotifySweeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await signIns.SweepAsync(null, stoppingToken);
                await wipes.FinishAllAsync();
            }
            catch (NpgsqlException failure)
            {
                log.SpotifySweepFailed(failure);
            }
        }
    }
}
