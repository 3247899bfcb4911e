using Npgsql;
using Personalify.Api.Imports;
using Personalify.Domain.Catalog;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

/// <summary>Moods of tracks from the record, one statement for any number of a listener's tracks.</summary>
public sealed class TrackMoodStore(NpgsqlDataSource main)
{
    private const string Select =
        $"""
        SELECT track.user_id, track.id, model.provider, model.name, model.version, score.mood, score.anger, score.disgust, score.fear,
            score.joy, score.neutral, score.sadness, score.surprise, correction.mood, correction.corrected_at
        {MoodSql.TracksWithMoods}
        LEFT JOIN mood_models AS model ON model.id = score.model_id
        WHERE track.user_id = $1 AND track.id = ANY ($2) AND (score.track_id IS NOT NULL OR correction.mood IS NOT NULL)
        """;

    private const string SelectAnswers =
        $"""
        SELECT track.id, coalesce(correction.mood, score.mood)
        {MoodSql.TracksWithMoods}
        WHERE track.user_id = $1 AND (score.track_id IS NOT NULL OR correction.mood IS NOT NULL)
        """;

    public async Task<IReadOnlyList<TrackMood>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = new List<TrackMood>(ids.Count);
        foreach (var listener in ids.GroupBy(CatalogId.ListenerOf, CatalogId.NumberOf))
        {
            await using var command = main.CreateCommand(Select).With(listener.Key, listener.ToArray());
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) found.Add(Read(reader));
        }

        return found;
    }

    /// <summary>The answer of each of a listener's tracks, as small as it can be.</summary>
    public async Task<TrackMoods> FindAnswersAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(SelectAnswers).With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var answers = new TrackMoods();
        while (await reader.ReadAsync(cancellationToken)) answers.Set(reader.GetInt32(0), MoodAt(reader, 1));
        return answers;
    }

    private static TrackMood Read(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        TrackNumber = row.GetInt32(1),
        Model = row.IsDBNull(2) ? null : new MoodModelIdentity(row.GetString(2), row.GetString(3), row.GetString(4)),
        ModelMood = MoodAt(row, 5),
        Probabilities = row.IsDBNull(6) ? null : MoodChances.Of(ProbabilitiesAt(row, 6)),
        CorrectedMood = MoodAt(row, 13),
        CorrectedAt = row.IsDBNull(14) ? null : row.GetFieldValue<DateTimeOffset>(14),
    };

    private static Mood? MoodAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : (Mood)row.GetInt16(column);

    private static MoodProbabilities ProbabilitiesAt(NpgsqlDataReader row, int column) =>
        MoodProbabilities.Of([.. Enumerable.Range(column, MoodProbabilities.Count).Select(row.GetFloat)]);
}
