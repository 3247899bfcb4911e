using Microsoft.Extensions.Options;
using Personalify.Api.Imports.Reading;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// While an import runs: renews its lease and shows its progress, and looks whether it is still this run's, a few times a second and on a
/// connection of its own. When the listener has cancelled the import, or another process has taken it over, the run is cancelled.
/// </summary>
internal sealed class ImportHeartbeat(ImportQueue queue, ClaimedImport import, TimeProvider time, IOptions<ImportOptions> options, CancellationTokenSource run)
{
    /// <summary>Nobody sees more, and each write is a new version of the row.</summary>
    private static readonly TimeSpan Fastest = TimeSpan.FromMilliseconds(250);

    private ImportProgress? _shown;
    private DateTimeOffset _renewedAt = time.GetUtcNow();

    public ReadingProgress Reading { get; } = new();

    public ImportPhase Phase { get; set; } = ImportPhase.Waiting;

    /// <summary>Runs the work with the heart beating beside it.</summary>
    public async Task<T> WhileAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Token);
        var beating = BeatAsync(stop.Token);
        try
        {
            return await work(run.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
            await queue.EndAsync(import);
        }
    }

    private async Task BeatAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Fastest, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (await BeatOnceAsync(stop)) continue;
                await run.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The work has ended.
        }
        catch
        {
            // Without its heart the run would lose its lease and could not be cancelled, so it ends and is tried again.
            await run.CancelAsync();
            throw;
        }
    }

    private async Task<bool> BeatOnceAsync(CancellationToken stop)
    {
        var progress = new ImportProgress(Phase, Math.Min(Reading.BytesRead, Reading.BytesTotal), Reading.BytesTotal, Reading.Rows);
        if (progress == _shown && time.GetUtcNow() - _renewedAt < options.Value.Lease / 4) return await queue.IsOwnAsync(import, stop);
        (_shown, _renewedAt) = (progress, time.GetUtcNow());
        return await queue.RenewAsync(import, progress, stop) || await queue.IsOwnAsync(import, stop);
    }
}
