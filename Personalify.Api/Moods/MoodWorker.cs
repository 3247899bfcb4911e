using System.Data.Common;
using Personalify.Api.Catalog;
using Personalify.Api.Hosting;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Moods;

/// <summary>
/// Brings up listeners whose titles the model has not scored: after an update, after another model was chosen, and where the job that
/// brought the titles could not. A listener for whom it fails does not keep it from the others.
/// </summary>
internal sealed class MoodWorker(
    IMoodModel model, MoodScorer scorer, MoodScoresStore scores, CatalogCache cache, MoodTurns turns, MoodSignal signal,
    TimeProvider time, ILogger<MoodWorker> log) : BackgroundService
{
    private const int AtOnce = 100;

    /// <summary>A slow model reads so many titles of a listener before it turns to the next.</summary>
    private const int Turn = 1_000;

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
            while (await RoundAsync(id, cancellationToken)) continue;
            return null;
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
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.MoodsBroke(failure);
            return AfterFailure;
        }
    }

    /// <summary>Each listener has a turn; true if one was not done with it.</summary>
    private async Task<bool> RoundAsync(short model, CancellationToken cancellationToken)
    {
        var (after, isLeft) = (0, false);
        while (await scores.FindWaitingAsync(model, after, AtOnce, cancellationToken) is { Count: > 0 } users)
        {
            foreach (var user in users)
                await turns.TryAsync(user, async () => isLeft |= !await ScoreAsync(user, cancellationToken), cancellationToken);
            after = users[^1];
        }

        return isLeft;
    }

    private async Task<bool> ScoreAsync(int userId, CancellationToken cancellationToken)
    {
        var scored = await scorer.ScoreAsync(scores, userId, cancellationToken, model.IsFast ? int.MaxValue : Turn);
        await cache.ForgetMoodsAsync(scored.Changed.Select(number => CatalogId.Of(userId, number)), CancellationToken.None);
        return scored.IsWhole;
    }
}
