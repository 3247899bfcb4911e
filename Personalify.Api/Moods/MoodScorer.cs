namespace Personalify.Api.Moods;

/// <summary>
/// Scores the titles of a listener that the model has not scored, batch by batch. What a batch wrote stays, so a run that ends early is
/// gone on with; until the model has scored every title, the listener sees the scores of the model before.
/// </summary>
public sealed class MoodScorer(IMoodModel model)
{
    /// <summary>Few enough for a statement, and for a slow model to write down its answers now and then.</summary>
    private const int Batch = 5_000;
    private const int SlowBatch = 100;

    /// <param name="scores">Where the scores are.</param>
    /// <param name="userId">The listener.</param>
    /// <param name="cancellationToken">Ends the run; what was written stays.</param>
    /// <param name="most">After how many titles others have their turn.</param>
    /// <exception cref="MoodModelException">The model cannot answer now.</exception>
    public async Task<Scored> ScoreAsync(
        MoodScoresStore scores, int userId, CancellationToken cancellationToken, int most = int.MaxValue)
    {
        var id = await scores.FindModelAsync(model.Identity, cancellationToken);
        if (await scores.BeginAsync(userId, id, cancellationToken) is not { } titles) return new Scored(0, [], IsWhole: true);
        var (count, isWhole) = await ScoreAsync(scores, userId, id, most, cancellationToken);
        return new Scored(count, isWhole ? await scores.AdoptAsync(userId, id, titles, cancellationToken) : [], isWhole);
    }

    private async Task<(int Count, bool IsWhole)> ScoreAsync(
        MoodScoresStore scores, int userId, short id, int most, CancellationToken cancellationToken)
    {
        var (after, count, size) = (0, 0, model.IsFast ? Batch : SlowBatch);
        while (await scores.FindUnscoredAsync(userId, id, after, size, cancellationToken) is { Count: > 0 } tracks)
        {
            if (count >= most) return (count, IsWhole: false);
            var answers = await model.ScoreAsync([.. tracks.Select(track => track.Name)], cancellationToken);
            await scores.AddAsync(userId, id, tracks, answers, cancellationToken);
            (after, count) = (tracks[^1].Id, count + tracks.Count);
        }

        return (count, IsWhole: true);
    }
}

/// <summary>What a run did.</summary>
/// <param name="Titles">How many titles were scored.</param>
/// <param name="Changed">Tracks that had an answer of another model, which must be forgotten in the cache.</param>
/// <param name="IsWhole">Whether none is left.</param>
public sealed record Scored(int Titles, IReadOnlyList<int> Changed, bool IsWhole);
