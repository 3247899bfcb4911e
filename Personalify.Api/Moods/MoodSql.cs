namespace Personalify.Api.Moods;

/// <summary>Parts of the statements on moods. Tracks are called track, artists artist.</summary>
internal static class MoodSql
{
    /// <summary>What a correction of a track is kept by: what tells it from others in every import of the listener's.</summary>
    public const string Identity = $"coalesce(track.spotify_id, {Names})";

    /// <summary>
    /// What tells it where an import knows no ids. A correction by names holds for a track of these names that comes with an id later, as
    /// an extended history after account data brings it.
    /// </summary>
    public const string Names = "names_key(artist.name_key, track.name_key)::text";

    /// <summary>
    /// Whether the listener ($1) has corrections by names, whose keys are shorter than ids: asked once, because a key for each of 30,000
    /// tracks takes 70 ms.
    /// </summary>
    private const string HasNamed =
        "(SELECT EXISTS (SELECT FROM mood_corrections AS kept WHERE kept.user_id = $1 AND length(kept.identity) < 22))";

    /// <summary>
    /// The listener's tracks ($1) with the scores of the model whose answers they see, and with their corrections: one of the track itself
    /// goes before one of its names.
    /// </summary>
    public const string TracksWithMoods =
        $"""
        FROM tracks AS track
        JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
        LEFT JOIN mood_states AS state ON state.user_id = track.user_id
        LEFT JOIN mood_scores AS score
            ON score.user_id = track.user_id AND score.track_id = track.id AND score.model_id = state.model_id
        LEFT JOIN mood_corrections AS own ON own.user_id = track.user_id AND own.identity = track.spotify_id
        LEFT JOIN mood_corrections AS named ON named.user_id = track.user_id AND named.identity = CASE WHEN {HasNamed} THEN {Names} END
        LEFT JOIN LATERAL (
            SELECT coalesce(own.mood, named.mood) AS mood, CASE WHEN own.mood IS NULL THEN named.corrected_at ELSE own.corrected_at END
        ) AS correction (mood, corrected_at) ON true
        """;
}
