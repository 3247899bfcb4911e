namespace Personalify.Api.Catalog.Enrichment;

/// <summary>The statements of <see cref="WantedStore"/>. Each touches the rows of one listener, but for the order of turns.</summary>
internal static class WantedSql
{
    /// <summary>
    /// $1 how many, $2 now. An import brings plays of which the queue knows nothing, so that after one no refresh counts; within a minute
    /// of its end its plays may not be visible yet.
    /// </summary>
    public const string Turns =
        """
        SELECT connection.user_id, connection.client_id, CASE WHEN NOT EXISTS (
            SELECT FROM imports WHERE imports.user_id = connection.user_id AND kind <> 'SPOTIFY'
                AND finished_at > turn.refreshed_at - interval '1 minute' AND finished_at <= $2 - interval '1 minute'
        ) THEN turn.refreshed_at END
        FROM spotify_connections AS connection LEFT JOIN spotify_turns AS turn USING (user_id)
        WHERE connection.status = 'ACTIVE' ORDER BY turn.served_at NULLS FIRST, connection.user_id LIMIT $1
        """;

    public const string Clear =
        "DELETE FROM spotify_wanted WHERE user_id = $1 AND (claimed_until IS NULL OR claimed_until <= $2)";

    /// <summary>
    /// $1 the listener, $2 now, $3 from when on a description is good, $4 how many of a kind. An album is wanted where it tells of two
    /// tracks or more of which nothing is known; which album that is, is known by another track on it.
    /// </summary>
    public const string Fill =
        """
        WITH heard AS MATERIALIZED (
            SELECT track_id, count(*) AS plays FROM plays WHERE user_id = $1 AND NOT is_superseded GROUP BY track_id
        ), mine AS MATERIALIZED (
            SELECT track.spotify_id, track.album_id, track.artist_id, heard.plays, said.album_id AS said_album, said.artist_ids,
                said.artist_names, coalesce(said.fetched_at >= $3, false) AS is_known
            FROM heard JOIN tracks AS track ON track.user_id = $1 AND track.id = heard.track_id
            LEFT JOIN spotify_asked AS relinked ON relinked.kind = 'TRACK' AND relinked.spotify_id = track.spotify_id
            LEFT JOIN spotify_tracks AS said ON said.spotify_id = coalesce(relinked.returned_id, track.spotify_id)
            WHERE track.spotify_id IS NOT NULL
        ), albums_said AS (
            SELECT DISTINCT ON (album_id) album_id, said_album FROM mine WHERE album_id IS NOT NULL AND said_album IS NOT NULL
            GROUP BY album_id, said_album ORDER BY album_id, count(*) DESC, said_album
        ), wanted AS (
            SELECT 'TRACK' AS kind, spotify_id, plays FROM mine WHERE NOT is_known
            UNION ALL
            SELECT 'ALBUM', album.said_album, sum(mine.plays) FROM albums_said AS album JOIN mine USING (album_id) WHERE NOT mine.is_known
            GROUP BY album.said_album HAVING count(*) > 1
            UNION ALL
            SELECT 'ARTIST', by.id, sum(mine.plays)
            FROM mine JOIN artists AS artist ON artist.user_id = $1 AND artist.id = mine.artist_id
            CROSS JOIN unnest(mine.artist_ids, mine.artist_names) AS by (id, name)
            WHERE lower(by.name) = lower(artist.name)
                AND NOT EXISTS (SELECT FROM spotify_artists AS said WHERE said.spotify_id = by.id AND said.fetched_at >= $3)
            GROUP BY by.id
        ), placed AS (
            SELECT kind, spotify_id, plays, row_number() OVER (PARTITION BY kind ORDER BY plays DESC, spotify_id) AS place
            FROM wanted WHERE NOT EXISTS (
                SELECT FROM spotify_asked AS asked
                WHERE asked.kind = wanted.kind AND asked.spotify_id = wanted.spotify_id AND asked.retry_at > $2)
        )
        INSERT INTO spotify_wanted (user_id, kind, spotify_id, plays)
        SELECT $1, kind, spotify_id, plays FROM placed WHERE place <= $4
        ON CONFLICT (user_id, kind, spotify_id) DO UPDATE SET plays = excluded.plays
        """;

    public const string Refreshed =
        """
        INSERT INTO spotify_turns (user_id, refreshed_at) VALUES ($1, $2)
        ON CONFLICT (user_id) DO UPDATE SET refreshed_at = excluded.refreshed_at
        """;

    public const string Served = "UPDATE spotify_turns SET served_at = $2 WHERE user_id = $1";

    /// <summary>
    /// $1 the listener, $2 kinds, $3 now, $4 until when it is held, $5 from when on a description is good. What has become known since is
    /// left out, wherever it came from.
    /// </summary>
    public const string Claim =
        """
        UPDATE spotify_wanted AS mine SET claimed_until = $4
        FROM (
            SELECT kind, spotify_id FROM spotify_wanted AS wanted
            WHERE user_id = $1 AND kind = ANY ($2) AND (claimed_until IS NULL OR claimed_until <= $3)
                AND NOT EXISTS (
                    SELECT FROM spotify_asked AS asked
                    WHERE asked.kind = wanted.kind AND asked.spotify_id = wanted.spotify_id AND asked.retry_at > $3)
                AND NOT (kind = 'TRACK' AND EXISTS (
                    SELECT FROM spotify_tracks AS said WHERE said.spotify_id = wanted.spotify_id AND said.fetched_at >= $5))
                AND NOT (kind = 'ARTIST' AND EXISTS (
                    SELECT FROM spotify_artists AS said WHERE said.spotify_id = wanted.spotify_id AND said.fetched_at >= $5))
            ORDER BY plays DESC, kind, spotify_id LIMIT 1 FOR UPDATE SKIP LOCKED
        ) AS next
        WHERE mine.user_id = $1 AND mine.kind = next.kind AND mine.spotify_id = next.spotify_id
        RETURNING mine.kind, mine.spotify_id
        """;

    public const string Release = "UPDATE spotify_wanted SET claimed_until = NULL WHERE user_id = $1 AND kind = $2 AND spotify_id = $3";

    public const string Remove = "DELETE FROM spotify_wanted WHERE user_id = $1 AND kind = $2 AND spotify_id = $3";

    /// <summary>
    /// After Spotify has told of the track $2 of the listener $1, under the id $3: its album, where further tracks of it are wanted, and
    /// its artist. $4 now, $5 from when on a description is good.
    /// </summary>
    public const string Follow =
        """
        WITH told AS (
            SELECT track.album_id, track.artist_id, said.album_id AS said_album, said.artist_ids, said.artist_names
            FROM tracks AS track JOIN spotify_tracks AS said ON said.spotify_id = $3
            WHERE track.user_id = $1 AND track.spotify_id = $2
        ), wanted AS (
            SELECT 'ALBUM' AS kind, told.said_album AS spotify_id, sum(queued.plays) AS plays
            FROM told JOIN tracks AS track ON track.user_id = $1 AND track.album_id = told.album_id
            JOIN spotify_wanted AS queued ON queued.user_id = $1 AND queued.kind = 'TRACK' AND queued.spotify_id = track.spotify_id
            WHERE told.said_album IS NOT NULL AND queued.spotify_id <> $2
                AND NOT EXISTS (SELECT FROM spotify_tracks AS said WHERE said.spotify_id = queued.spotify_id AND said.fetched_at >= $5)
            GROUP BY told.said_album HAVING count(*) > 1
            UNION ALL
            SELECT 'ARTIST', by.id, (SELECT plays FROM spotify_wanted WHERE user_id = $1 AND kind = 'TRACK' AND spotify_id = $2)
            FROM told JOIN artists AS artist ON artist.user_id = $1 AND artist.id = told.artist_id
            CROSS JOIN unnest(told.artist_ids, told.artist_names) AS by (id, name)
            WHERE lower(by.name) = lower(artist.name)
        )
        INSERT INTO spotify_wanted AS queued (user_id, kind, spotify_id, plays)
        SELECT $1, kind, spotify_id, coalesce(plays, 0) FROM wanted WHERE NOT EXISTS (
            SELECT FROM spotify_asked AS asked
            WHERE asked.kind = wanted.kind AND asked.spotify_id = wanted.spotify_id AND asked.retry_at > $4)
        ON CONFLICT (user_id, kind, spotify_id) DO UPDATE SET plays = queued.plays + excluded.plays
        """;
}
