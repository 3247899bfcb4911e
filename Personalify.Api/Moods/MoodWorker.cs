using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Moods;

/// <summary>
/// Brings up listeners whose titles the model has not scored: after an update, after another model was chosen, and where the job that brought
/// the titles could not.
/// </summary>
internal sealed class MoodWorker(
    IMoodModel model, MoodScorer scorer, MoodScoresStore scores, TimeProvider time, ILogger<MoodWorker> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await RunAsync(stoppingToken), time, stoppingToken);
        }
    }

    /// <summary>Returns when to look again.</summary>
    private async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var id = await scores.FindModelAsync(model.Identity, cancellationToken);
            var after = 0;
            while (await scores.FindWaitingAsync(id, after, AtOnce, cancellationToken) is { Count: > 0 } users)
            {
                foreach (var user in users) await scorer.ScoreAsync(user, cancellationToken);
                after = users[^1];
            }

            return Interval;
        }
        catch (MoodModelException failure)
        {
            log.MoodModelAway(failure.Message);
            return failure.RetryAfter ?? AfterFailure;
        }
        catch (NpgsqlException failure)
        {
            log.MoodModelAway(failure.Message);
            return AfterFailure;
        }
    }
}
