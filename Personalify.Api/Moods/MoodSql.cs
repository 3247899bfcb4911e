namespace Personalify.Api.Moods;

/// <summary>Parts of the statements on moods. Tracks are called track, artists artist.</summary>
internal static class MoodSql
{
    /// <summary>What tells a track from others in every import of the listener's.</summary>
    public const string Identity = "coalesce(track.spotify_id, names_key(artist.name_key, track.name_key)::text)";

    /// <summary>The listener's tracks ($1) with the scores of the model whose answers they see, and with their corrections.</summary>
    public const string TracksWithMoods =
        $"""
        FROM tracks AS track
        JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
        LEFT JOIN mood_states AS state ON state.user_id = track.user_id
        LEFT JOIN mood_scores AS score
            ON score.user_id = track.user_id AND score.track_id = track.id AND score.model_id = state.model_id
        LEFT JOIN mood_corrections AS correction ON correction.user_id = track.user_id AND correction.identity = {Identity}
        """;
}
