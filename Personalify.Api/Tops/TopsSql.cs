namespace Personalify.Api.Tops;

/// <summary>The statements of <see cref="TopsStore"/>. $1 is the listener, $2 the time range.</summary>
internal static class TopsSql
{
    /// <summary>One writer of a listener's lists at a time, and none once the listener has disconnected.</summary>
    public const string Lock =
        "SELECT FROM spotify_connections WHERE user_id = $1 AND spotify_id = $2 AND status <> 'DISCONNECTED' FOR NO KEY UPDATE";

    public const string Newest = "SELECT run_id FROM user_tops WHERE user_id = $1 AND time_range = $2 ORDER BY run_id DESC LIMIT 1";

    /// <summary>Which run brought each of the lists that are newest: of the newest run, or asked for by itself later.</summary>
    public const string Sources =
        """
        SELECT DISTINCT ON (kind) kind, run_id FROM (
            SELECT kind, run_id, synced_at, false AS is_run FROM user_asked_tops WHERE user_id = $1 AND time_range = $2
            UNION ALL
            SELECT kind, run_id, synced_at, true FROM (
                SELECT run_id, synced_at FROM user_tops WHERE user_id = $1 AND time_range = $2 ORDER BY run_id DESC LIMIT 1) AS run,
                unnest(ARRAY['ARTIST', 'TRACK']) AS kind
        ) AS list ORDER BY kind, synced_at DESC, is_run DESC
        """;

    public const string AddRun =
        """
        INSERT INTO user_tops (user_id, time_range, run_id, synced_at, previous_run_id, genres) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING
        """;

    public const string Current =
        """
        SELECT run_id, synced_at, genres, previous_run_id IS NOT NULL FROM user_tops
        WHERE user_id = $1 AND time_range = $2 ORDER BY run_id DESC LIMIT 1
        """;

    public const string Moments =
        "SELECT run_id, synced_at FROM user_tops WHERE user_id = $1 AND time_range = $2 ORDER BY run_id DESC LIMIT $3";

    public const string Moment = "SELECT synced_at, previous_run_id FROM user_tops WHERE user_id = $1 AND time_range = $2 AND run_id = $3";

    public const string Artists =
        """
        SELECT listed.rank, listed.previous_rank, listed.spotify_id, said.name, said.image_url, NULL::text[], NULL::text
        FROM user_artists AS listed JOIN spotify_artists AS said ON said.spotify_id = listed.spotify_id
        WHERE listed.user_id = $1 AND listed.time_range = $2 ORDER BY listed.rank
        """;

    public const string Tracks =
        """
        SELECT listed.rank, listed.previous_rank, listed.spotify_id, said.name, said.image_url, said.artist_names, said.album_name
        FROM user_tracks AS listed JOIN spotify_tracks AS said ON said.spotify_id = listed.spotify_id
        WHERE listed.user_id = $1 AND listed.time_range = $2 ORDER BY listed.rank
        """;

    public static string Ranks(string table) => $"SELECT spotify_id, rank FROM {table} WHERE user_id = $1 AND time_range = $2";

    public static string Clear(string table) => $"DELETE FROM {table} WHERE user_id = $1 AND time_range = $2";

    public static string Fill(string table) =>
        $"""
        INSERT INTO {table} (user_id, time_range, run_id, spotify_id, rank, previous_rank)
        SELECT $1, $2, $3, said.spotify_id, said.rank, said.previous_rank
        FROM unnest($4::text[], $5::int[], $6::int[]) AS said (spotify_id, rank, previous_rank)
        """;
}
