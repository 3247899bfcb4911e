using Microsoft.Extensions.Options;
using Personalify.Api.Access.Connections;
using Personalify.Api.Hosting;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>Runs one claimed synchronization, part by part, to whatever end it comes: finished, interrupted, or put back.</summary>
internal sealed class SyncRunner(
    SyncQueue queue, SyncEnds ends, SyncOutbox outbox, SpotifyConnections connections, IEnumerable<ISyncPart> parts, TimeProvider time,
    IOptions<SyncOptions> options, ILogger<SyncRunner> log)
{
    private readonly Dictionary<SyncPart, ISyncPart> _parts = parts.ToDictionary(part => part.Part);

    public async Task RunAsync(ClaimedSync claimed, CancellationToken stopping)
    {
        if (claimed.WasKilled) await InterruptAsync(claimed.Job, stopping);
        else await WorkAsync(claimed.Job, stopping);
        await outbox.DeliverAsync(stopping);
    }

    private async Task InterruptAsync(SyncJob job, CancellationToken stopping)
    {
        await ends.InterruptAsync(job, stopping);
        SyncMetrics.Ended(SyncRunStatus.Interrupted);
        log.SyncInterrupted(job.Id, job.Missing.Count);
    }

    private async Task WorkAsync(SyncJob job, CancellationToken stopping)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heartbeat = new SyncHeartbeat(queue, job, time, options, run);
        try
        {
            await heartbeat.WhileAsync(token => WorkAsync(job, heartbeat, token));
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            // This process stops, the listener has disconnected, or another process has taken over; then nothing is left to put back.
            if (!await queue.ReleaseAsync(job, CancellationToken.None)) log.SyncLeft(job.Id);
        }
    }

    private async Task WorkAsync(SyncJob job, SyncHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        var progress = new SyncRunProgress(job);
        var connected = await connections.FindAsync(job.UserId, cancellationToken);
        foreach (var part in job.Missing)
        {
            heartbeat.Begin(part);
            var requests = SyncRequests.Start();
            var result = connected is null
                ? new SyncPartEnd(new(part, SyncPartStatus.Failed, 0, 0, 0, 0, SyncSentences.SignInAgain))
                : await RunAsync(part, job, connected, progress, heartbeat, cancellationToken);
            var report = result.Report with { Requests = requests.Count };
            if (!await queue.AddAsync(job, report, result.Tops, cancellationToken)) return;
            progress.Add(report, result.Failure, time.GetUtcNow());
            heartbeat.End();
        }

        if (await ends.FinishAsync(job, progress.Done, progress.NotBefore, cancellationToken)) Tell(job, progress.Done);
    }

    private async Task<SyncPartEnd> RunAsync(
        SyncPart part, SyncJob job, ConnectedSpotify connected, SyncRunProgress progress, SyncHeartbeat heartbeat,
        CancellationToken cancellationToken)
    {
        if (progress.EndOfAll is { } end) return Failed(part, end);
        if (!_parts.TryGetValue(part, out var work))
            return new(new(part, SyncPartStatus.Skipped, 0, 0, 0, 0, "This server does not have this part."));
        string[] missing = [.. work.Scopes.Where(scope => !connected.Connection.Grants(scope))];
        if (missing.Length > 0) return new(SyncSentences.NotGranted(part, missing));
        try
        {
            var context = new SyncContext(job.Id, connected.Connection, connected.Client, heartbeat.Fetched);
            var result = await work.RunAsync(context, cancellationToken);
            return new(new(part, SyncPartStatus.Completed, result.Fetched, result.Added, result.Removed, 0, result.Note))
            {
                Tops = result.Tops,
            };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (failure is not APIException) log.SyncPartBroke(failure, part, job.Id);
            return Failed(part, failure);
        }
    }

    private SyncPartEnd Failed(SyncPart part, Exception failure)
    {
        var (status, message) = SyncSentences.Of(failure, time.GetUtcNow());
        return new(new(part, status, 0, 0, 0, 0, message)) { Failure = failure };
    }

    private void Tell(SyncJob job, IReadOnlyList<SyncPartReport> done)
    {
        var outcome = SyncOutcome.Of(done);
        SyncMetrics.Ended(outcome);
        SyncMetrics.Asked(done.Sum(part => part.Requests));
        log.SyncEnded(job.Id, outcome, done.Count, done.Sum(part => part.Requests));
    }
}

/// <summary>How a part ended.</summary>
internal sealed record SyncPartEnd(SyncPartReport Report)
{
    public IReadOnlyList<TopLists> Tops { get; init; } = [];

    public Exception? Failure { get; init; }
}

/// <summary>What a run has so far.</summary>
internal sealed class SyncRunProgress(SyncJob job)
{
    private readonly List<SyncPartReport> _done = [.. job.Done];
    private readonly Dictionary<SyncPart, DateTimeOffset> _notBefore = [];

    public IReadOnlyList<SyncPartReport> Done => _done;

    /// <summary>Until when Spotify asks to leave parts alone.</summary>
    public IReadOnlyDictionary<SyncPart, DateTimeOffset> NotBefore => _notBefore;

    /// <summary>A failure that every further part would meet as well.</summary>
    public Exception? EndOfAll { get; private set; }

    public void Add(SyncPartReport report, Exception? failure, DateTimeOffset now)
    {
        _done.Add(report);
        if (failure is null) return;
        if (SyncSentences.IsForAll(failure)) EndOfAll = failure;
        if (failure is APITooManyRequestsException { RetryAfter: { } pause }) _notBefore[report.Part] = now + pause;
    }
}
