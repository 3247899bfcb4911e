using Npgsql;
using Personalify.Api.Imports;
using Personalify.Domain.Listening;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

/// <summary>A track of a mood; the probability is null where no model gives one.</summary>
public sealed record TypicalRow(int Track, double? Probability, bool IsCorrected);

/// <summary>
/// Of tracks that were heard those that are most surely of a mood. Of several with one name, such as releases of a song, that with most
/// plays stands for all.
/// </summary>
public sealed class TypicalTracksStore(NpgsqlDataSource main)
{
    private const string Select =
        $"""
        SELECT mood, id, probability, is_corrected FROM (
            SELECT *, row_number() OVER (
                PARTITION BY mood ORDER BY is_corrected DESC, probability DESC NULLS LAST, plays DESC, id) AS place
            FROM (
                SELECT told.*, (ARRAY[anger, disgust, fear, joy, neutral, sadness, surprise])[mood + 1] AS probability,
                    row_number() OVER (PARTITION BY artist_id, name_key ORDER BY is_corrected DESC, plays DESC, id) AS alike
                FROM (
                    SELECT track.id, track.artist_id, track.name_key, heard.plays, coalesce(correction.mood, score.mood) AS mood,
                        correction.mood IS NOT NULL AS is_corrected,
                        score.anger, score.disgust, score.fear, score.joy, score.neutral, score.sadness, score.surprise
                    {MoodSql.TracksWithMoods}
                    JOIN unnest($2::int[], $3::int[]) AS heard (id, plays) ON heard.id = track.id
                    WHERE track.user_id = $1
                ) AS told
                WHERE mood = ANY ($4)
            ) AS likely
            WHERE alike = 1
        ) AS placed
        WHERE place <= $5
        ORDER BY mood, place
        """;

    public async Task<ILookup<Mood, TypicalRow>> FindAsync(
        int userId, IReadOnlyDictionary<int, TopEntry> heard, IReadOnlyList<Mood> moods, int first, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Select).With(
            userId, heard.Values.Select(entry => entry.Id).ToArray(), heard.Values.Select(entry => entry.Plays).ToArray(),
            moods.Select(mood => (short)mood).ToArray(), first);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(Mood Mood, TypicalRow Row)>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(((Mood)reader.GetInt16(0), Read(reader)));
        return rows.ToLookup(row => row.Mood, row => row.Row);
    }

    private static TypicalRow Read(NpgsqlDataReader row) =>
        new(row.GetInt32(1), row.IsDBNull(2) ? null : MoodChances.Rounded(row.GetFloat(2)), row.GetBoolean(3));
}
