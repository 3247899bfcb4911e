using System.Data.Common;
using Npgsql;
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
            var round = Round.IsLeft;
            while (round == Round.IsLeft) round = await RoundAsync(id, cancellationToken);
            return round == Round.HasFailed ? AfterFailure : null;
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

    /// <summary>Each listener has a turn. Where one failed the next round waits, also if others are not done with.</summary>
    private async Task<Round> RoundAsync(short id, CancellationToken cancellationToken)
    {
        var (after, round) = (0, Round.IsDone);
        while (await scores.FindWaitingAsync(id, after, AtOnce, cancellationToken) is { Count: > 0 } users)
        {
            foreach (var user in users)
            {
                var turn = await TryScoreAsync(user, cancellationToken);
                if (turn > round) round = turn;
            }

            after = users[^1];
        }

        return round;
    }

    /// <summary>That one listener's titles could not be scored says nothing of those of the next one.</summary>
    private async Task<Round> TryScoreAsync(int userId, CancellationToken cancellationToken)
    {
        try
        {
            var isWhole = true;
            await turns.TryAsync(userId, async () => isWhole = await ScoreAsync(userId, cancellationToken), cancellationToken);
            return isWhole ? Round.IsDone : Round.IsLeft;
        }
        catch (PostgresException locked) when (locked.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return Round.HasFailed; // an import renames the titles, and reads them itself
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            log.MoodsLeft(failure.Message);
            return Round.HasFailed;
        }
    }

    private async Task<bool> ScoreAsync(int userId, CancellationToken cancellationToken)
    {
        var scored = await scorer.ScoreAsync(scores, userId, cancellationToken, model.IsFast ? int.MaxValue : Turn);
        await cache.ForgetMoodsAsync(scored.Changed.Select(number => CatalogId.Of(userId, number)), CancellationToken.None);
        return scored.IsWhole;
    }

    /// <summary>How a round ended, the worst of its turns.</summary>
    private enum Round
    {
        IsDone,
        IsLeft,
        HasFailed,
    }
}
