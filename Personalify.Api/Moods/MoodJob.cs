using Personalify.Api.Hosting;
using Personalify.Api.Imports.Staging;

namespace Personalify.Api.Moods;

/// <summary>
/// What an import, an undo or a synchronization does before it ends: the titles that it brought are read inside its own transaction, so
/// they are there with the plays. Where the model is slow or asked over a network they are left to the worker. Whatever fails here is taken
/// back alone, is the worker's to do again, and is never a failure of the import.
/// </summary>
internal sealed class MoodJob(IMoodModel model, MoodScorer scorer, MoodSignal signal, TimeProvider time, ILogger<MoodJob> log)
{
    /// <summary>
    /// How many titles the transaction waits for: more than an export brings. After another model was chosen all of a listener's titles
    /// wait, and those beyond are the worker's.
    /// </summary>
    private const int Most = 50_000;

    /// <summary>Returns tracks whose answers are others from the commit on.</summary>
    public async Task<IReadOnlyList<int>> RunAsync(ImportSession session, CancellationToken cancellationToken)
    {
        if (!model.IsFast) return [];
        await session.ExecuteAsync("SAVEPOINT moods", cancellationToken);
        try
        {
            var scored = await ScoreAsync(session, cancellationToken);
            await session.ExecuteAsync("RELEASE SAVEPOINT moods", cancellationToken);
            return scored.Changed;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.MoodsLeft(failure.Message);
            await session.ExecuteAsync("ROLLBACK TO SAVEPOINT moods", CancellationToken.None);
            return [];
        }
    }

    /// <summary>Call it after the commit: the worker looks whether something is left.</summary>
    public void Tell() => signal.Raise();

    private async Task<Scored> ScoreAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var scored = await scorer.ScoreAsync(MoodScoresStore.On(session.Connection), session.UserId, cancellationToken, Most);
        if (scored.Titles > 0) log.MoodsScored(scored.Titles, time.GetElapsedTime(started).TotalSeconds);
        return scored;
    }
}

/// <summary>Tells the worker of this process that there may be something to read; those of other processes look by themselves.</summary>
public sealed class MoodSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        lock (_raised)
        {
            if (_raised.CurrentCount == 0) _raised.Release();
        }
    }

    /// <summary>Until it is raised, at most so long.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_raised.WaitAsync(end.Token), Task.Delay(longest, time, end.Token));
        await end.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose() => _raised.Dispose();
}
