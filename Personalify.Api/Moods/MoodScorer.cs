namespace Personalify.Api.Moods;

/// <summary>
/// Scores the titles of a listener that the model has not scored, batch by batch. What a batch wrote stays, so a run that ends early is gone
/// on with; until the model has scored every title, the listener sees the scores of the model before.
/// </summary>
public sealed class MoodScorer(IMoodModel model)
{
    /// <summary>Few enough for a statement, and for a model on another machine to answer in time.</summary>
    private const int Batch = 5_000;
    private const int RemoteBatch = 100;

    /// <exception cref="MoodModelException">The model cannot answer now.</exception>
    public async Task<Scored> ScoreAsync(MoodScoresStore scores, int userId, CancellationToken cancellationToken)
    {
        var id = await scores.FindModelAsync(model.Identity, cancellationToken);
        if (await scores.BeginAsync(userId, id, cancellationToken) is not { } titles) return new Scored(0, []);
        var count = await ScoreAsync(scores, userId, id, cancellationToken);
        return new Scored(count, await scores.AdoptAsync(userId, id, titles, cancellationToken));
    }

    private async Task<int> ScoreAsync(MoodScoresStore scores, int userId, short id, CancellationToken cancellationToken)
    {
        var (after, count, size) = (0, 0, model.IsRemote ? RemoteBatch : Batch);
        while (await scores.FindUnscoredAsync(userId, id, after, size, cancellationToken) is { Count: > 0 } tracks)
        {
            var answers = await model.ScoreAsync([.. tracks.Select(track => track.Name)], cancellationToken);
            await scores.AddAsync(userId, id, tracks, answers, cancellationToken);
            (after, count) = (tracks[^1].Id, count + tracks.Count);
        }

        return count;
    }
}

/// <summary>What a run did.</summary>
/// <param name="Titles">How many titles were scored.</param>
/// <param name="Changed">Tracks that had an answer of another model, which must be forgotten in the cache.</param>
public sealed record Scored(int Titles, IReadOnlyList<int> Changed);
