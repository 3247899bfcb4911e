namespace Personalify.Api.Remote.Figures;

/// <summary>
/// The statements of <see cref="FiguresStore"/>, in the order in which they run on node B, all in one snapshot. A row is new when it is
/// visible in this snapshot and was not in that of the last refresh ($1), so each counts exactly once, in whatever order transactions end.
/// </summary>
internal static class FiguresSql
{
    /// <summary>
    /// What plays that came and plays that went make of the sums of each listener; $1 is null where nothing was counted yet.
    /// </summary>
    public const string CountTracks =
        $"""
        WITH sums AS MATERIALIZED (
            SELECT user_id, track_id, sum(plays)::bigint AS plays, sum(milliseconds)::bigint AS milliseconds
            FROM (
                SELECT user_id, track_id, count(*) AS plays, sum(ms_played) AS milliseconds FROM plays
                WHERE {IsNew} AND community.counts(ms_played, is_superseded) GROUP BY user_id, track_id
                UNION ALL
                SELECT user_id, track_id, -count(*), -sum(ms_played) FROM community.gone
                WHERE {WasCounted} GROUP BY user_id, track_id
            ) AS part
            GROUP BY user_id, track_id
        ), counted AS (
            INSERT INTO community.heard_tracks AS heard (user_id, track_id, plays, milliseconds)
            SELECT user_id, track_id, plays, milliseconds FROM sums WHERE plays <> 0 OR milliseconds <> 0
            ORDER BY user_id, track_id
            ON CONFLICT (user_id, track_id) DO UPDATE
            SET plays = heard.plays + excluded.plays, milliseconds = heard.milliseconds + excluded.milliseconds
            RETURNING user_id
        )
        INSERT INTO touched (user_id) SELECT DISTINCT user_id FROM counted
        """;

    public const string CountDays =
        $"""
        WITH sums AS MATERIALIZED (
            SELECT user_id, day, sum(plays)::bigint AS plays, sum(milliseconds)::bigint AS milliseconds
            FROM (
                SELECT user_id, (ended_at AT TIME ZONE 'UTC')::date AS day, count(*) AS plays, sum(ms_played) AS milliseconds FROM plays
                WHERE {IsNew} AND community.counts(ms_played, is_superseded) GROUP BY 1, 2
                UNION ALL
                SELECT user_id, (ended_at AT TIME ZONE 'UTC')::date, -count(*), -sum(ms_played) FROM community.gone
                WHERE {WasCounted} GROUP BY 1, 2
            ) AS part
            GROUP BY user_id, day
        ), counted AS (
            INSERT INTO community.heard_days AS heard (user_id, day, plays, milliseconds)
            SELECT user_id, day, plays, milliseconds FROM sums WHERE plays <> 0 OR milliseconds <> 0
            ORDER BY user_id, day
            ON CONFLICT (user_id, day) DO UPDATE
            SET plays = heard.plays + excluded.plays, milliseconds = heard.milliseconds + excluded.milliseconds
            RETURNING user_id
        )
        INSERT INTO touched (user_id) SELECT DISTINCT user_id FROM counted
        """;

    /// <summary>Listeners whose names, genres or membership changed.</summary>
    public const string Touch =
        $"""
        INSERT INTO touched (user_id)
        SELECT user_id FROM artists WHERE {IsNew} GROUP BY user_id
        UNION
        SELECT user_id FROM tracks WHERE {IsNew} GROUP BY user_id
        UNION
        SELECT id FROM users WHERE is_in_community AND NOT EXISTS (SELECT FROM community.listeners WHERE user_id = users.id)
        UNION
        SELECT user_id FROM community.listeners
        WHERE NOT EXISTS (SELECT FROM users WHERE users.id = listeners.user_id AND users.is_in_community)
        """;

    /// <summary>Whether genres may have changed: something came that may tell of them, and there are any at all.</summary>
    public const string AreGenresWanted =
        $"""
        SELECT (EXISTS (SELECT FROM spotify_artists WHERE {IsNew}) OR EXISTS (SELECT FROM spotify_tracks WHERE {IsNew})
                OR EXISTS (SELECT FROM artists WHERE {IsNew}) OR EXISTS (SELECT FROM tracks WHERE {IsNew})
                OR (SELECT count(*) FROM users WHERE is_in_community) <> (SELECT count(*) FROM community.listeners)
                OR EXISTS (SELECT FROM members WHERE NOT is_in_community))
            AND (EXISTS (SELECT FROM spotify_artists WHERE genres <> ARRAY[]::text[])
                OR EXISTS (SELECT FROM artists WHERE genres <> ARRAY[]::text[]) OR EXISTS (SELECT FROM community.artist_genres))
        """;

    /// <summary>Members with an artist whose genres are others now are touched too.</summary>
    public const string MapGenres =
        """
        WITH counted AS MATERIALIZED (
            SELECT artist.name_key, said_by.id AS spotify_id, count(*) AS tracks
            FROM users
            JOIN tracks AS track ON track.user_id = users.id
            JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
            JOIN spotify_tracks AS said ON said.spotify_id = track.spotify_id
            CROSS JOIN unnest(said.artist_ids, said.artist_names) AS said_by (id, name)
            WHERE users.is_in_community AND lower(said_by.name) = lower(artist.name)
            GROUP BY artist.name_key, said_by.id
        ), chosen AS (
            SELECT DISTINCT ON (name_key) name_key, spotify_id FROM counted ORDER BY name_key, tracks DESC, spotify_id COLLATE "C"
        ), made AS MATERIALIZED (
            SELECT names_key(chosen.name_key, '') AS artist_id, genre
            FROM chosen JOIN spotify_artists AS said ON said.spotify_id = chosen.spotify_id CROSS JOIN unnest(said.genres) AS genre
            UNION
            SELECT names_key(artist.name_key, ''), genre
            FROM users JOIN artists AS artist ON artist.user_id = users.id CROSS JOIN unnest(artist.genres) AS genre
            WHERE users.is_in_community
        ), gone AS (
            DELETE FROM community.artist_genres AS kept
            WHERE NOT EXISTS (SELECT FROM made WHERE made.artist_id = kept.artist_id AND made.genre = kept.genre)
            RETURNING artist_id
        ), written AS (
            INSERT INTO community.artist_genres (artist_id, genre) SELECT artist_id, genre FROM made
            ON CONFLICT (artist_id, genre) DO NOTHING
            RETURNING artist_id
        )
        INSERT INTO members (user_id, is_in_community)
        SELECT DISTINCT kept.user_id, true
        FROM (SELECT artist_id FROM gone UNION SELECT artist_id FROM written) AS changed
        JOIN community.listener_artists AS kept ON kept.id = changed.artist_id
        ON CONFLICT (user_id) DO NOTHING
        """;

    /// <summary>The members themselves; one who has played nothing is a member all the same.</summary>
    public const string AddListeners =
        """
        DELETE FROM community.listeners USING members WHERE listeners.user_id = members.user_id AND NOT members.is_in_community;
        INSERT INTO community.listeners (user_id, plays, milliseconds)
        SELECT member.user_id, coalesce(sum(track.plays), 0)::bigint, coalesce(sum(track.milliseconds), 0)::bigint
        FROM members AS member LEFT JOIN community.listener_tracks AS track ON track.user_id = member.user_id
        WHERE member.is_in_community
        GROUP BY member.user_id
        ON CONFLICT (user_id) DO UPDATE SET plays = excluded.plays, milliseconds = excluded.milliseconds
        """;

    /// <summary>Rows that are not wanted any more, by which the table keeps to its size.</summary>
    public const string Forget =
        """
        DELETE FROM community.heard_tracks WHERE user_id IN (SELECT user_id FROM touched) AND plays = 0;
        DELETE FROM community.heard_days WHERE user_id IN (SELECT user_id FROM touched) AND plays = 0;
        DELETE FROM community.gone
        """;

    public const string State =
        """
        SELECT snapshot::text, snapshot IS NULL OR filenode IS DISTINCT FROM pg_relation_filenode('plays') FROM community.refreshes
        """;

    public const string Begin =
        """
        CREATE TEMP TABLE touched (user_id int NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE members (user_id int PRIMARY KEY, is_in_community boolean NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE changed_tracks (id bigint NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE changed_artists (id bigint NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE changed_genres (id text NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE changed_days (id date NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE changed_months (id date NOT NULL) ON COMMIT DROP
        """;

    /// <summary>All plays are counted anew, after the table was emptied as a whole, or for a full resync.</summary>
    public const string Restart =
        "DELETE FROM community.heard_tracks; DELETE FROM community.heard_days; DELETE FROM community.gone; "
        + "INSERT INTO touched SELECT user_id FROM community.listeners";

    /// <summary>Of those who are touched only members matter, and those who were.</summary>
    public const string FillMembers =
        """
        INSERT INTO members (user_id, is_in_community)
        SELECT DISTINCT touched.user_id, coalesce(users.is_in_community, false)
        FROM touched LEFT JOIN users ON users.id = touched.user_id
        WHERE coalesce(users.is_in_community, false) OR EXISTS (SELECT FROM community.listeners WHERE listeners.user_id = touched.user_id)
        """;

    public const string Members =
        "SELECT coalesce(array_agg(user_id) FILTER (WHERE is_in_community), '{}'), coalesce(array_agg(user_id), '{}') FROM members";

    public const string Finish =
        """
        UPDATE community.refreshes SET snapshot = pg_current_snapshot(), filenode = pg_relation_filenode('plays'), refreshed_at = $1,
            refreshes = refreshes + 1
        """;

    /// <summary>
    /// Whether a refresh has anything to do; it is asked of indexes, so it costs next to nothing. While tables are copied for the first
    /// time or anew, the figures stay what they were, so that no reader sees a part of them.
    /// </summary>
    public const string IsWanted =
        """
        SELECT NOT EXISTS (SELECT FROM pg_subscription_rel WHERE srsubstate <> 'r')
            AND (last.snapshot IS NULL OR last.filenode IS DISTINCT FROM pg_relation_filenode('plays')
            OR EXISTS (SELECT FROM plays
                WHERE arrival >= pg_snapshot_xmin(last.snapshot) AND NOT pg_visible_in_snapshot(arrival, last.snapshot))
            OR EXISTS (SELECT FROM community.gone)
            OR EXISTS (SELECT FROM tracks
                WHERE arrival >= pg_snapshot_xmin(last.snapshot) AND NOT pg_visible_in_snapshot(arrival, last.snapshot))
            OR EXISTS (SELECT FROM artists
                WHERE arrival >= pg_snapshot_xmin(last.snapshot) AND NOT pg_visible_in_snapshot(arrival, last.snapshot))
            OR EXISTS (SELECT FROM spotify_artists
                WHERE arrival >= pg_snapshot_xmin(last.snapshot) AND NOT pg_visible_in_snapshot(arrival, last.snapshot))
            OR EXISTS (SELECT FROM spotify_tracks
                WHERE arrival >= pg_snapshot_xmin(last.snapshot) AND NOT pg_visible_in_snapshot(arrival, last.snapshot))
            OR EXISTS (SELECT FROM users WHERE is_in_community AND NOT EXISTS (SELECT FROM community.listeners WHERE user_id = users.id))
            OR EXISTS (SELECT FROM community.listeners
                WHERE NOT EXISTS (SELECT FROM users WHERE users.id = listeners.user_id AND users.is_in_community)))
        FROM community.refreshes AS last
        """;

    private const string IsNew =
        "arrival >= coalesce(pg_snapshot_xmin($1::text::pg_snapshot), '0') "
        + "AND ($1::text::pg_snapshot IS NULL OR NOT pg_visible_in_snapshot(arrival, $1::text::pg_snapshot))";

    private const string WasCounted = "$1::text::pg_snapshot IS NOT NULL AND pg_visible_in_snapshot(arrival, $1::text::pg_snapshot)";
}
