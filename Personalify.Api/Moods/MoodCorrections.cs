using Npgsql;
using Personalify.Api.Catalog;
using Personalify.Api.Imports;
using Personalify.Domain.Catalog;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

/// <summary>What listeners say of the moods of their own tracks.</summary>
public sealed class MoodCorrections(NpgsqlDataSource main, CatalogStore catalog, CatalogCache cache, TimeProvider time)
{
    private const string OwnTrack =
        """
        FROM tracks AS track
        JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
        WHERE track.user_id = $1 AND track.id = $2
        """;

    private const string Correct =
        $"""
        INSERT INTO mood_corrections (user_id, identity, mood, artist_name, name, corrected_at)
        SELECT $1, {MoodSql.Identity}, $3, artist.name, track.name, $4 {OwnTrack}
        ON CONFLICT (user_id, identity) DO UPDATE SET mood = excluded.mood, artist_name = excluded.artist_name, name = excluded.name,
            corrected_at = excluded.corrected_at
        """;

    private const string Forget =
        $"""
        DELETE FROM mood_corrections
        WHERE user_id = $1 AND identity IN (SELECT unnest(ARRAY[track.spotify_id, {MoodSql.Names}]) {OwnTrack})
        """;

    /// <summary>The track and those of the same names, for which a correction by names holds too.</summary>
    private const string Touched =
        """
        SELECT other.id FROM tracks AS track
        JOIN tracks AS other ON other.user_id = $1 AND other.artist_id = track.artist_id AND other.name_key = track.name_key
        WHERE track.user_id = $1 AND track.id = $2
        """;

    public async Task<FieldResult<Track, TrackNotFoundError>> CorrectAsync(
        int userId, long trackId, Mood mood, CancellationToken cancellationToken)
    {
        if (CatalogId.NumberFor(userId, trackId) is not { } number) return TrackNotFoundError.Unknown;
        return await RunAsync(Correct, trackId, [userId, number, (short)mood, time.GetUtcNow()], cancellationToken);
    }

    public async Task<FieldResult<Track, TrackNotFoundError>> ForgetAsync(int userId, long trackId, CancellationToken cancellationToken)
    {
        if (CatalogId.NumberFor(userId, trackId) is not { } number) return TrackNotFoundError.Unknown;
        return await RunAsync(Forget, trackId, [userId, number], cancellationToken);
    }

    private async Task<FieldResult<Track, TrackNotFoundError>> RunAsync(
        string sql, long trackId, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(sql).With(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await cache.ForgetMoodsAsync(await FindTouchedAsync(trackId), CancellationToken.None);
        return await catalog.FindTracksAsync([trackId], cancellationToken) is [var track] ? track : TrackNotFoundError.Unknown;
    }

    private async Task<IReadOnlyList<long>> FindTouchedAsync(long trackId)
    {
        var userId = CatalogId.ListenerOf(trackId);
        await using var command = main.CreateCommand(Touched).With(userId, CatalogId.NumberOf(trackId));
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        var tracks = new List<long>();
        while (await reader.ReadAsync(CancellationToken.None)) tracks.Add(CatalogId.Of(userId, reader.GetInt32(0)));
        return tracks;
    }
}
