using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Moods;

/// <summary>Counts a listener's tracks by what is known of their moods.</summary>
public sealed class MoodCoverageStore(NpgsqlDataSource main, IMoodModel model)
{
    private const string Count =
        $"""
        SELECT count(*)::int, count(score.track_id)::int, count(coalesce(correction.mood, score.mood))::int, count(correction.mood)::int,
            (count(*) - count(current.track_id))::int
        {MoodSql.TracksWithMoods}
        LEFT JOIN mood_scores AS current ON current.user_id = track.user_id AND current.track_id = track.id
            AND current.model_id = (SELECT id FROM mood_models WHERE provider = $2 AND name = $3 AND version = $4)
        WHERE track.user_id = $1
        """;

    public async Task<MoodCoverage> FindAsync(int userId, CancellationToken cancellationToken)
    {
        var identity = model.Identity;
        await using var command = main.CreateCommand(Count).With(userId, identity.Provider, identity.Name, identity.Version);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new MoodCoverage(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4));
    }
}
