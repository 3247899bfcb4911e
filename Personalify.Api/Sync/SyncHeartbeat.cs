using Microsoft.Extensions.Options;

namespace Personalify.Api.Sync;

/// <summary>
/// While a run is at work: renews its lease, shows how far it is, and looks whether it is still this process's. When the listener has
/// disconnected, or another process has taken it over, the run is cancelled.
/// </summary>
internal sealed class SyncHeartbeat(SyncQueue queue, SyncJob job, TimeProvider time, IOptions<SyncOptions> options,
    CancellationTokenSource run)
{
    /// <summary>A person sees no difference at a higher rate, and each write makes a new version of the row.</summary>
    private static readonly TimeSpan Fastest = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private (SyncPart? Part, int Fetched) _now;
    private (SyncPart? Part, int Fetched) _shown;
    private DateTimeOffset _renewedAt = time.GetUtcNow();

    public void Begin(SyncPart part) => Set((part, 0));

    public void Fetched(int fetched)
    {
        lock (_lock) _now.Fetched = fetched;
    }

    public void End() => Set((null, 0));

    /// <summary>Runs the work with the heart beating beside it.</summary>
    public async Task WhileAsync(Func<CancellationToken, Task> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Token);
        var beating = BeatAsync(stop.Token);
        try
        {
            await work(run.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
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
            // Without its heart the run would lose its lease and could not be cancelled, so it ends and is gone on with later.
            await run.CancelAsync();
            throw;
        }
    }

    private async Task<bool> BeatOnceAsync(CancellationToken stop)
    {
        (SyncPart? Part, int Fetched) now;
        lock (_lock) now = _now;
        if (now == _shown && time.GetUtcNow() - _renewedAt < options.Value.Lease / 4) return true;
        (_shown, _renewedAt) = (now, time.GetUtcNow());
        return await queue.RenewAsync(job, now.Part, now.Fetched, stop);
    }

    private void Set((SyncPart?, int) now)
    {
        lock (_lock) _now = now;
    }
}
