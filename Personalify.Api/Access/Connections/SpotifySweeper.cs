using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Access.Connections;

/// <summary>Removes sign-ins with Spotify that were never completed, and repeats wipes for which a store was away.</summary>
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
                log.SpotifySweepFailed(failure.Message);
            }
        }
    }
}
