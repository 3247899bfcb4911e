using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Imports;

namespace Personalify.Api.Playing;

/// <summary>
/// The table <c>now_playing</c>: the last answer for a listener, and whose turn it is to ask. Of all processes one at a time gets the turn,
/// so that Spotify is asked once however many look.
/// </summary>
public sealed class PlayingStore(NpgsqlDataSource main, TimeProvider clock)
{
    private const string Claim =
        """
        INSERT INTO now_playing AS known (user_id, next_at) VALUES ($1, $3)
        ON CONFLICT (user_id) DO UPDATE SET next_at = excluded.next_at WHERE known.next_at <= $2
        RETURNING failures
        """;

    private const string Keep = "UPDATE now_playing SET next_at = $2, asked_at = $3, failures = $4, playing = $5 WHERE user_id = $1";

    /// <summary>The failures in a row so far; null when it is not time yet.</summary>
    internal async Task<int?> ClaimAsync(int userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = main.CreateCommand(Claim).With(userId, now, now + PlayingPauses.WhilePlaying);
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }

    internal async Task KeepAsync(int userId, PlayingAnswer answer, CancellationToken cancellationToken)
    {
        var json = new NpgsqlParameter
        {
            Value = answer.Playing is null ? DBNull.Value : JsonSerializer.Serialize(answer.Playing), NpgsqlDbType = NpgsqlDbType.Jsonb,
        };
        await using var command = main.CreateCommand(Keep).With(userId, answer.NextAt, clock.GetUtcNow(), answer.Failures, json);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Null when Spotify was not asked yet.</summary>
    internal async Task<PlayingAnswer?> FindAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            "SELECT playing::text, next_at, failures FROM now_playing WHERE user_id = $1").With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var playing = reader.IsDBNull(0) ? null : JsonSerializer.Deserialize<NowPlaying>(reader.GetString(0));
        return new PlayingAnswer(playing, reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt32(2));
    }
}
