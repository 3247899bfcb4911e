-- What Listening answers of podcasts and audiobooks, counted play by play with Postgres's own calendar.
-- $1 user, $2 zone, $3 least milliseconds of a play, $4 first day or null, $5 last day or null, $6 hours and $7 weekdays, each or null.
WITH chosen AS (
    SELECT item.*, play.ms_played AS ms
    FROM other_plays AS play JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
    CROSS JOIN LATERAL (SELECT play.ended_at AT TIME ZONE $2 AS local) AS clock
    LEFT JOIN (
        SELECT named.item_id, named.reported_at, named.ms_played, named.ordinal
        FROM other_plays AS named
        JOIN other_items AS names ON names.user_id = named.user_id AND names.id = named.item_id AND names.spotify_id IS NULL
        JOIN other_items AS twin ON twin.user_id = names.user_id AND twin.spotify_id > '' AND (twin.kind, twin.show_name, twin.name) = (names.kind, names.show_name, names.name)
        JOIN other_plays AS better ON better.user_id = twin.user_id AND better.item_id = twin.id AND better.ms_played = named.ms_played
        WHERE named.user_id = $1 AND extract(second FROM named.reported_at) = 0
            AND extract(epoch FROM better.reported_at - named.reported_at - interval '30 seconds') BETWEEN -89 AND 89
        GROUP BY named.item_id, named.reported_at, named.ms_played, named.ordinal HAVING count(*) > named.ordinal
    ) AS covered ON covered.item_id = play.item_id AND covered.reported_at = play.reported_at AND covered.ms_played = play.ms_played
        AND covered.ordinal = play.ordinal
    WHERE play.user_id = $1 AND item.kind <> 'UNKNOWN' AND play.ms_played >= $3 AND covered.item_id IS NULL
        AND local::date >= coalesce($4, '-infinity') AND local::date <= coalesce($5, 'infinity')
        AND ($6::int[] IS NULL OR extract(hour FROM local) = ANY ($6)) AND ($7::int[] IS NULL OR extract(isodow FROM local) = ANY ($7))
), shows AS (
    SELECT kind, show_name AS name, count(*) AS plays, sum(ms) AS ms, count(DISTINCT id) AS items FROM chosen WHERE show_name <> '' GROUP BY kind, show_name
), episodes AS (
    SELECT id, spotify_id, nullif(name, '') AS name, nullif(show_name, '') AS show, count(*) AS plays, sum(ms) AS ms
    FROM chosen WHERE kind = 'EPISODE' GROUP BY id, spotify_id, name, show_name
), by_time AS (
    SELECT *, row_number() OVER (PARTITION BY kind ORDER BY ms DESC, plays DESC, name COLLATE "C") AS rank FROM shows
), by_plays AS (
    SELECT *, row_number() OVER (ORDER BY plays DESC, ms DESC, id) AS rank FROM episodes
)
SELECT json_build_object(
    'spokenWord', (SELECT json_build_object(
        'plays', count(*), 'msPlayed', coalesce(sum(ms), 0),
        'shows', count(DISTINCT show_name) FILTER (WHERE kind = 'EPISODE' AND show_name <> ''),
        'episodes', count(DISTINCT id) FILTER (WHERE kind = 'EPISODE'),
        'audiobooks', count(DISTINCT show_name) FILTER (WHERE kind = 'CHAPTER' AND show_name <> ''),
        'chapters', count(DISTINCT id) FILTER (WHERE kind = 'CHAPTER')) FROM chosen),
    'topShows', json_build_object('totalCount', (SELECT count(*) FROM shows WHERE kind = 'EPISODE'), 'nodes', (
        SELECT coalesce(json_agg(json_build_object('rank', rank, 'name', name, 'plays', plays, 'msPlayed', ms, 'episodes', items) ORDER BY rank), '[]')
        FROM by_time WHERE kind = 'EPISODE' AND rank <= 4)),
    'topEpisodes', json_build_object('totalCount', (SELECT count(*) FROM episodes), 'nodes', (
        SELECT coalesce(json_agg(json_build_object(
            'rank', rank, 'episode', json_build_object('name', name, 'showName', show, 'spotifyId', spotify_id),
            'plays', plays, 'msPlayed', ms) ORDER BY rank), '[]')
        FROM by_plays WHERE rank <= 5)),
    'topAudiobooks', json_build_object('totalCount', (SELECT count(*) FROM shows WHERE kind = 'CHAPTER'), 'nodes', (
        SELECT coalesce(json_agg(json_build_object('rank', rank, 'name', name, 'plays', plays, 'msPlayed', ms, 'chapters', items) ORDER BY rank), '[]')
        FROM by_time WHERE kind = 'CHAPTER' AND rank <= 4)))::text
