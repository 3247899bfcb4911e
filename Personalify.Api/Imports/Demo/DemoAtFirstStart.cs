using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Imports.Demo;

/// <summary>Gives a new server something to look at, in the background: the server answers meanwhile.</summary>
internal sealed class DemoAtFirstStart(DemoSeeder seeder, IOptions<DemoOptions> options, ILogger<DemoAtFirstStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        try
        {
            if (await seeder.SeedFirstAsync(options.Value, stoppingToken)) log.DemoMade(options.Value.Plays);
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException)
        {
            // A server without a demo is still a server; the next start tries again.
            log.DemoFailed(failure);
        }
    }
}
