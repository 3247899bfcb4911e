using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Imports;

/// <summary>Removes what nobody came back for: uploads never started, previews never imported, files of which no import knows.</summary>
internal sealed class UploadSweeper(ImportStore store, UploadFolder folder, TimeProvider time, IOptions<ImportOptions> options, ILogger<UploadSweeper> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException)
            {
                log.SweepFailed(failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepUploads;
        var removed = await store.RemoveForgottenAsync(before, cancellationToken);
        foreach (var import in removed) folder.Delete(import.Id);
        var (imports, incoming) = folder.Leftovers(before);
        foreach (var orphan in imports.Except(await store.FindOpenAsync(imports, cancellationToken))) folder.Delete(orphan);
        foreach (var file in incoming) File.Delete(file);
        if (removed.Count > 0) log.UploadsRemoved(removed.Count);
    }
}
