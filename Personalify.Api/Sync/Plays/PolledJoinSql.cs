namespace Personalify.Api.Sync.Plays;

/// <summary>The statements of <see cref="PolledJoin"/>. $1 is the user.</summary>
internal static class PolledJoinSql
{
    public const string AnyPolled = "SELECT EXISTS (SELECT FROM polled_plays WHERE user_id = $1)";

    /// <summary>
    /// The time in which pairs may have changed. What may be the same as one play can decide for its neighbour only where their reaches
    /// meet, so it is that of all chains of polled plays with meeting reaches that anything written in this session stands in.
    /// </summary>
    public const string Times =
        $"""
        WITH written AS (
            SELECT ended_at AS at FROM staged_plays
            UNION ALL SELECT reported_at FROM staged_plays
            UNION ALL SELECT ended_at FROM touched_plays
            UNION ALL SELECT reported_at FROM touched_plays
            UNION ALL SELECT reported_at FROM overlap WHERE is_covered <> was_covered
        ), changed AS (SELECT min(at) AS first, max(at) AS last FROM written),
        told AS (
            SELECT played_at - {Reach} AS begins, played_at + {Reach} AS ends FROM polled_plays WHERE user_id = $1 AND restates IS NULL
        ), numbered AS (
            SELECT begins, ends, count(*) FILTER (WHERE is_apart) OVER (ORDER BY begins, ends ROWS UNBOUNDED PRECEDING) AS chain
            FROM (
                SELECT begins, ends,
                    begins > max(ends) OVER (ORDER BY begins, ends ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS is_apart
                FROM told
            ) AS told
        ), chains AS (SELECT min(begins) AS begins, max(ends) AS ends FROM numbered GROUP BY chain)
        SELECT min(chains.begins), max(chains.ends)
        FROM chains, changed
        WHERE chains.ends >= changed.first AND chains.begins <= changed.last
        """;

    /// <summary>$2 and $3 are the times.</summary>
    public const string Polled =
        """
        SELECT track_id, played_at, names_key, artist_names_key, duration_ms, covered_track_id, covered_reported_at, covered_ms_played,
            covered_offline_at, covered_ordinal
        FROM polled_plays
        WHERE user_id = $1 AND restates IS NULL AND played_at BETWEEN $2 AND $3
        ORDER BY played_at, spotify_id COLLATE "C", names_key
        """;

    /// <summary>What exports have of the tracks and names that were told then, but for account data that an extended row covers.</summary>
    public const string Exported =
        """
        WITH told AS MATERIALIZED (
            SELECT track_id, names_key, artist_names_key FROM polled_plays
            WHERE user_id = $1 AND restates IS NULL AND played_at BETWEEN $2 AND $3
        ), exported AS MATERIALIZED (
            SELECT track_id, names_key, source, ended_at, reported_at, ms_played, offline_at, ordinal FROM plays
            WHERE user_id = $1 AND ended_at BETWEEN $2 AND $3 AND source <> 'LIVE' AND NOT is_superseded
        )
        SELECT track_id, reported_at, ms_played, offline_at, ordinal, names_key, source = 'ACCOUNT', ended_at
        FROM exported
        WHERE track_id IN (SELECT track_id FROM told)
            OR source = 'ACCOUNT' AND names_key IN (SELECT names_key FROM told UNION ALL SELECT artist_names_key FROM told)
        ORDER BY ended_at, source, reported_at, ms_played, offline_at, ordinal, names_key
        """;

    /// <summary>What has another partner than before: $2 and $3 name the polled plays, $4 to $8 the play of an export, or null.</summary>
    public const string Write =
        """
        WITH joined AS MATERIALIZED (
            SELECT * FROM unnest($2::int[], $3::timestamptz[], $4::int[], $5::timestamptz[], $6::int[], $7::timestamptz[], $8::smallint[])
                AS joined (track_id, played_at, by_track_id, by_reported_at, by_ms_played, by_offline_at, by_ordinal)
        ), linked AS (
            UPDATE polled_plays SET covered_track_id = by_track_id, covered_reported_at = by_reported_at, covered_ms_played = by_ms_played,
                covered_offline_at = by_offline_at, covered_ordinal = by_ordinal
            FROM joined
            WHERE polled_plays.user_id = $1 AND polled_plays.track_id = joined.track_id AND polled_plays.played_at = joined.played_at
        ), changed AS (
            UPDATE plays SET is_superseded = joined.by_track_id IS NOT NULL
            FROM joined
            WHERE plays.user_id = $1 AND plays.source = 'LIVE' AND plays.track_id = joined.track_id AND plays.reported_at = joined.played_at
            RETURNING plays.ended_at
        )
        INSERT INTO touched_months SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM changed
        """;

    private const string Reach = "(coalesce(duration_ms, 0) + 60000) * interval '1 millisecond'";
}
