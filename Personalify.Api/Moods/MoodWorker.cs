using System.Data.Common;
using Personalify.Api.Catalog;
using Personalify.Api.Hosting;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Moods;

/// <summary>
/// Brings up listeners whose titles the model has not scored: after an update, after another model was chosen, and where the job that brought
/// the titles could not. A listener for whom it fails does not keep it from the others.
/// </summary>
internal sealed class MoodWorker(
    IMoodModel model, MoodScorer scorer, MoodScoresStore scores, CatalogCache cache, MoodTurns turns, MoodSignal signal,
    TimeProvider time, ILogger<MoodWorker> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            if (await RunAsync(stoppingToken) is { } pause) await Task.Delay(pause, time, stoppingToken);
            else await signal.WaitAsync(Interval, time, stoppingToken);
        }
    }

    /// <summary>Returns how long the model must be left alone; null if it need not be.</summary>
    private async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var id = await scores.FindModelAsync(model.Identity, cancellationToken);
            var (after, isWhole) = (0, true);
            while (await scores.FindWaitingAsync(id, after, AtOnce, cancellationToken) is { Count: > 0 } users)
            {
                foreach (var user in users) isWhole &= await TryScoreAsync(user, cancellationToken);
                after = users[^1];
            }

            return isWhole ? null : AfterFailure;
        }
        catch (MoodModelException failure)
        {
            log.MoodModelAway(failure.Message);
            return failure.RetryAfter ?? AfterFailure;
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            log.MoodModelAway(failure.Message);
            return AfterFailure;
        }
    }

    /// <summary>False where the listener's titles could not be scored, which says nothing of those of the next one.</summary>
    private async Task<bool> TryScoreAsync(int userId, CancellationToken cancellationToken)
    {
        try
        {
            await turns.TryAsync(userId, () => ScoreAsync(userId, cancellationToken), cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            log.MoodsLeft(failure.Message);
            return false;
        }
    }

    private async Task ScoreAsync(int userId, CancellationToken cancellationToken)
    {
        var scored = await scorer.ScoreAsync(scores, userId, cancellationToken);
        await cache.ForgetMoodsAsync(scored.Changed.Select(number => CatalogId.Of(userId, number)), CancellationToken.None);
    }
}
