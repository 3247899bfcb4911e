using Personalify.Api.Catalog;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Moods;

/// <summary>
/// Scores the titles of a listener that the model has not scored, batch by batch. What a batch wrote stays, so a run that ends early is gone
/// on with; until the model has scored every title, the listener sees the scores of the model before.
/// </summary>
public sealed class MoodScorer(IMoodModel model, MoodScoresStore scores, CatalogCache cache)
{
    /// <summary>Few enough for a statement, and for a model on another machine to answer in time.</summary>
    private const int Batch = 5_000;
    private const int RemoteBatch = 100;

    /// <summary>How many titles were scored.</summary>
    /// <exception cref="MoodModelException">The model cannot answer now.</exception>
    public async Task<int> ScoreAsync(int userId, CancellationToken cancellationToken)
    {
        var id = await scores.FindModelAsync(model.Identity, cancellationToken);
        if (await scores.BeginAsync(userId, id, cancellationToken) is not { } titles) return 0;
        var count = await ScoreAsync(userId, id, cancellationToken);
        var changed = await scores.AdoptAsync(userId, id, titles, cancellationToken);
        await cache.ForgetMoodsAsync(changed.Select(number => CatalogId.Of(userId, number)), CancellationToken.None);
        return count;
    }

    private async Task<int> ScoreAsync(int userId, short id, CancellationToken cancellationToken)
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
