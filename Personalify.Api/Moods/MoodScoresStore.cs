using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Imports;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

/// <summary>Scores of listeners' tracks, model by model, and which of them a listener sees.</summary>
public sealed class MoodScoresStore
{
    private const string FindModel =
        """
        WITH added AS (
            INSERT INTO mood_models (provider, name, version)
            SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM mood_models WHERE provider = $1 AND name = $2 AND version = $3)
            ON CONFLICT (provider, name, version) DO NOTHING RETURNING id)
        SELECT id FROM added UNION ALL SELECT id FROM mood_models WHERE provider = $1 AND name = $2 AND version = $3 LIMIT 1
        """;

    /// <summary>
    /// A listener without scores sees those of the first model from its first one on. Where another model begins, the listener waits also
    /// for the one before if that is chosen again, since what the other left half done must go. Returns how often titles have come so far:
    /// read before the titles, so that one that comes meanwhile is not missed. Where an import of the listener has the row it fails at
    /// once: a worker that waited would keep other listeners waiting.
    /// </summary>
    private const string Begin =
        """
        WITH held AS (SELECT FROM mood_states WHERE user_id = $1 FOR UPDATE NOWAIT)
        INSERT INTO mood_states AS state (user_id, model_id) SELECT id, $2 FROM users WHERE id = $1 AND (SELECT count(*) FROM held) >= 0
        ON CONFLICT (user_id) DO UPDATE SET model_id = coalesce(state.model_id, excluded.model_id),
            scored = CASE WHEN state.model_id = excluded.model_id THEN state.scored ELSE -1 END
        RETURNING titles
        """;

    /// <summary>In the order of their numbers, from one on; those of other listeners are not read.</summary>
    private const string Unscored =
        """
        SELECT track.id, track.name FROM tracks AS track
        WHERE track.user_id = $1 AND track.id > $3
            AND NOT EXISTS (SELECT FROM mood_scores AS score WHERE score.user_id = $1 AND score.model_id = $2 AND score.track_id = track.id)
        ORDER BY track.id LIMIT $4
        """;

    /// <summary>
    /// Only of tracks that still have the name that was scored. One that an import renames at this moment would not see the score, and to
    /// wait for it could end in a deadlock that the import loses: so it fails at once, and the listener is tried again later. The rows go
    /// in the order of their numbers, so that two that score the same titles wait for each other one way.
    /// </summary>
    private const string Insert =
        """
        INSERT INTO mood_scores (user_id, track_id, model_id, mood, anger, disgust, fear, joy, neutral, sadness, surprise)
        SELECT $1, track.id, $2, mood, anger, disgust, fear, joy, neutral, sadness, surprise
        FROM unnest($3::int[], $4::text[], $5::smallint[], $6::real[], $7::real[], $8::real[], $9::real[], $10::real[], $11::real[],
                $12::real[])
            AS scored (id, name, mood, anger, disgust, fear, joy, neutral, sadness, surprise)
        JOIN tracks AS track ON track.user_id = $1 AND track.id = scored.id AND track.name = scored.name
        ORDER BY track.id
        FOR SHARE OF track NOWAIT
        ON CONFLICT (user_id, track_id, model_id) DO NOTHING
        """;

    /// <summary>
    /// The scores of the model are whole: they are the listener's from now on, and those of others go. Returns the tracks whose answers are
    /// others now. It does not wait for an import either.
    /// </summary>
    private const string Adopt =
        """
        WITH held AS (
            SELECT user_id FROM mood_states WHERE user_id = $1 FOR UPDATE NOWAIT),
        adopted AS (
            UPDATE mood_states SET model_id = $2, scored = $3 WHERE user_id IN (SELECT user_id FROM held) RETURNING user_id),
        gone AS (
            DELETE FROM mood_scores WHERE user_id = (SELECT user_id FROM adopted) AND model_id <> $2 RETURNING track_id)
        SELECT DISTINCT track_id FROM gone
        """;

    /// <summary>Listeners whose titles the model has not all scored: those without a state have none.</summary>
    private const string Waiting =
        """
        SELECT user_id FROM mood_states
        WHERE user_id > $2 AND (model_id IS DISTINCT FROM $1 OR titles <> scored)
        ORDER BY user_id LIMIT $3
        """;

    private readonly Func<string, NpgsqlCommand> _command;

    public MoodScoresStore(NpgsqlDataSource main) => _command = main.CreateCommand;

    private MoodScoresStore(NpgsqlConnection connection) => _command = sql => new NpgsqlCommand(sql, connection);

    /// <summary>The same inside of what a connection is doing.</summary>
    public static MoodScoresStore On(NpgsqlConnection connection) => new(connection);

    public async Task<short> FindModelAsync(MoodModelIdentity identity, CancellationToken cancellationToken)
    {
        await using var statement = _command(FindModel).With(identity.Provider, identity.Name, identity.Version);
        // Another process may have added it between the two looks; then neither sees it, and the next look does.
        return await statement.ExecuteScalarAsync(cancellationToken) as short? ?? await FindModelAsync(identity, cancellationToken);
    }

    /// <summary>How often the listener's titles have changed by now; null where the account is gone.</summary>
    public async Task<long?> BeginAsync(int userId, short model, CancellationToken cancellationToken)
    {
        await using var statement = _command(Begin).With(userId, model);
        return await statement.ExecuteScalarAsync(cancellationToken) as long?;
    }

    public async Task<IReadOnlyList<(int Id, string Name)>> FindUnscoredAsync(
        int userId, short model, int after, int count, CancellationToken cancellationToken)
    {
        await using var statement = _command(Unscored).With(userId, model, after, count);
        await using var reader = await statement.ExecuteReaderAsync(cancellationToken);
        var tracks = new List<(int, string)>(count);
        while (await reader.ReadAsync(cancellationToken)) tracks.Add((reader.GetInt32(0), reader.GetString(1)));
        return tracks;
    }

    public async Task AddAsync(
        int userId, short model, IReadOnlyList<(int Id, string Name)> tracks, IReadOnlyList<MoodProbabilities?> scores,
        CancellationToken cancellationToken)
    {
        await using var statement = _command(Insert).With(
            userId, model, tracks.Select(track => track.Id).ToArray(), tracks.Select(track => track.Name).ToArray(),
            Array(NpgsqlDbType.Smallint, scores.Select(score => score is { } told ? (short?)MoodThreshold.Tell(told) : null)));
        for (var mood = Mood.Anger; mood <= Mood.Surprise; mood++)
        {
            var asked = mood;
            statement.Parameters.Add(Array(NpgsqlDbType.Real, scores.Select(score => score?[asked])));
        }

        await statement.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="userId">The listener.</param>
    /// <param name="model">Whose scores are whole.</param>
    /// <param name="titles">What <see cref="BeginAsync"/> gave.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IReadOnlyList<int>> AdoptAsync(int userId, short model, long titles, CancellationToken cancellationToken)
    {
        await using var statement = _command(Adopt).With(userId, model, titles);
        return await ListAsync(statement, cancellationToken);
    }

    public async Task<IReadOnlyList<int>> FindWaitingAsync(short model, int after, int count, CancellationToken cancellationToken)
    {
        await using var statement = _command(Waiting).With(model, after, count);
        return await ListAsync(statement, cancellationToken);
    }

    private static async Task<IReadOnlyList<int>> ListAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<int>();
        while (await reader.ReadAsync(cancellationToken)) numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T?> values)
        where T : struct =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
