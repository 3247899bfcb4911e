using System.Data.Common;
using Personalify.Api.Hosting;

namespace Personalify.Api.Moods;

/// <summary>
/// What an import or a synchronization does at its end: the titles that it brought are read at once, or left to the worker where the model is
/// asked over a network. Whatever fails here is the worker's to do again and never a failure of the import, which is written by then.
/// </summary>
public sealed class MoodJob(IMoodModel model, MoodScorer scorer, MoodSignal signal, TimeProvider time, ILogger<MoodJob> log)
{
    public async Task RunAsync(int userId, CancellationToken cancellationToken)
    {
        try
        {
            if (!model.IsRemote) await ScoreAsync(userId, cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or MoodModelException or TimeoutException or OperationCanceledException)
        {
            log.MoodsLeft(failure.Message);
        }

        signal.Raise();
    }

    private async Task ScoreAsync(int userId, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var titles = await scorer.ScoreAsync(userId, cancellationToken);
        if (titles > 0) log.MoodsScored(titles, time.GetElapsedTime(started).TotalSeconds);
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
