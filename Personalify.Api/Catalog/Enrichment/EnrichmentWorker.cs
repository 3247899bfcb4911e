using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Hosting;
using Personalify.Api.Spotify;

namespace Personalify.Api.Catalog.Enrichment;

/// <summary>Looks every minute whether something is wanted, and every hour whether something is not needed any more.</summary>
internal sealed class EnrichmentWorker(
    Enrichment enrichment, WordPurge purge, IOptions<SpotifyOptions> options, TimeProvider clock, ILogger<EnrichmentWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var purged = clock.GetUtcNow();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (options.Value.EnrichesCatalogue
                    && await enrichment.RunAsync(stoppingToken) is > 0 and var described) log.CatalogueEnriched(described);
                if (clock.GetUtcNow() - purged < PurgeEvery) continue;
                purged = clock.GetUtcNow();
                await purge.RunAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                log.EnrichmentFailed(failure.Message);
            }
        }
    }
}
