-- What User.listening answers, counted from plays without the rollup and with Postgres's own calendar.
-- $1 user, $2 zone, $3 definition of a play, $4 first day or null, $5 last day or null, $6 artist, $7 album,
-- $8 track, $9 platform, $10 hours and $11 weekdays (1 is Monday) of the filter, each or null.
WITH kept AS (
    SELECT play.ended_at AT TIME ZONE $2 AS local, play.ended_at, play.reported_at, play.track_id, track.artist_id, track.album_id,
        play.ms_played AS ms, play.platform,
        CASE $3
            WHEN 'ANY' THEN true
            WHEN 'THIRTY_SECONDS' THEN play.ms_played >= 30 * 1000
            WHEN 'FINISHED' THEN play.reason_end IS NOT DISTINCT FROM 'trackdone'
            ELSE play.ms_played >= 4 * 60 * 1000
                OR CASE WHEN track.duration_ms IS NULL THEN play.reason_end IS NOT DISTINCT FROM 'trackdone'
                   ELSE 2 * play.ms_played::bigint >= track.duration_ms END
        END AS counts
    FROM plays AS play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
    WHERE play.user_id = $1 AND NOT play.is_superseded
), whole AS (
    SELECT *, local::date AS day FROM kept
    WHERE counts AND local::date >= coalesce($4, '-infinity') AND local::date <= coalesce($5, 'infinity')
), chosen AS (
    SELECT * FROM whole
    WHERE artist_id = coalesce($6, artist_id) AND ($7::int IS NULL OR album_id = $7) AND track_id = coalesce($8, track_id)
        AND ($9::text IS NULL OR platform = $9)
        AND ($10::int[] IS NULL OR extract(hour FROM local) = ANY ($10)) AND ($11::int[] IS NULL OR extract(isodow FROM local) = ANY ($11))
), earlier AS (
    SELECT kind, id
    FROM kept CROSS JOIN LATERAL (VALUES ('track', track_id), ('artist', artist_id), ('album', album_id)) AS item (kind, id)
    WHERE counts AND local::date < coalesce($4, '-infinity') AND id IS NOT NULL
), all_ranked AS (
    SELECT item AS id, row_number() OVER (ORDER BY count(*) DESC, sum(ms) DESC, item) AS rank
    FROM (SELECT CASE WHEN $8::int IS NOT NULL THEN track_id WHEN $7::int IS NOT NULL THEN album_id ELSE artist_id END AS item, ms FROM whole) AS items
    WHERE item IS NOT NULL GROUP BY item
), period AS (
    SELECT coalesce($4, least(min(local::date), $5)) AS first, coalesce($5, greatest(max(local::date), $4)) AS last FROM kept
), days AS (
    SELECT day, count(*) AS plays, sum(ms) AS ms FROM chosen GROUP BY day
), streaks AS (
    SELECT count(*) AS days, min(day) AS first, max(day) AS last
    FROM (SELECT day, day - row_number() OVER (ORDER BY day)::int AS run FROM days) AS numbered GROUP BY run
), tracks_ranked AS (
    SELECT track_id AS id, count(*) AS plays, sum(ms) AS ms, row_number() OVER (ORDER BY sum(ms) DESC, count(*) DESC, track_id) AS rank
    FROM chosen GROUP BY track_id
), artists_ranked AS (
    SELECT artist_id AS id, count(*) AS plays, sum(ms) AS ms, count(DISTINCT track_id) AS tracks,
        row_number() OVER (ORDER BY count(*) DESC, sum(ms) DESC, artist_id) AS rank
    FROM chosen GROUP BY artist_id
), albums_ranked AS (
    SELECT album_id AS id, count(*) AS plays, sum(ms) AS ms, row_number() OVER (ORDER BY sum(ms) DESC, count(*) DESC, album_id) AS rank
    FROM chosen WHERE album_id IS NOT NULL GROUP BY album_id
), hours AS (
    SELECT weekday, hour, count(track_id) AS plays, coalesce(sum(ms), 0) AS ms
    FROM generate_series(1, 7) AS weekday CROSS JOIN generate_series(0, 23) AS hour
    LEFT JOIN chosen ON extract(isodow FROM local) = weekday AND extract(hour FROM local) = hour
    GROUP BY weekday, hour
), months AS (
    SELECT month::date AS month, count(track_id) AS plays, coalesce(sum(ms), 0) AS ms
    FROM period CROSS JOIN generate_series(date_trunc('month', first), last, '1 month') AS month
    LEFT JOIN chosen ON date_trunc('month', local) = month
    GROUP BY month
)
SELECT json_build_object(
    'firstPlay', (SELECT json_build_object('endedAt', to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'msPlayed', ms)
        FROM chosen ORDER BY ended_at, track_id, ms, reported_at LIMIT 1),
    'lastPlay', (SELECT json_build_object('endedAt', to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'msPlayed', ms)
        FROM chosen ORDER BY ended_at DESC, track_id DESC, ms DESC, reported_at DESC LIMIT 1),
    'rank', (SELECT rank FROM all_ranked WHERE num_nonnulls($6::int, $7::int, $8::int) = 1 AND id = coalesce($6, $7, $8)),
    'totals', (SELECT json_build_object(
        'plays', count(*), 'msPlayed', coalesce(sum(ms), 0), 'tracks', count(DISTINCT track_id), 'artists', count(DISTINCT artist_id),
        'albums', count(DISTINCT album_id),
        'newArtists', count(DISTINCT artist_id) FILTER (WHERE artist_id NOT IN (
            SELECT artist_id FROM kept WHERE counts AND local::date < coalesce($4, '-infinity'))),
        'activeDays', count(DISTINCT day),
        'longestStreak', (SELECT json_build_object('days', days, 'from', first, 'to', last) FROM streaks ORDER BY days DESC, last DESC LIMIT 1)) FROM chosen),
    'topTracks', (SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('rank', rank, 'track', json_build_object('id', encode(convert_to('Track:' || ($1::bigint << 32) + id, 'UTF8'), 'base64')), 'plays', plays, 'msPlayed', ms, 'isNew', id NOT IN (SELECT id FROM earlier WHERE kind = 'track')) ORDER BY rank), '[]'))
        FROM tracks_ranked WHERE rank <= 7),
    'topArtists', (SELECT json_build_object('nodes', coalesce(json_agg(json_build_object(
            'rank', rank, 'artist', json_build_object('id', encode(convert_to('Artist:' || ($1::bigint << 32) + id, 'UTF8'), 'base64')), 'plays', plays, 'msPlayed', ms, 'isNew', id NOT IN (SELECT id FROM earlier WHERE kind = 'artist'), 'tracks', tracks) ORDER BY rank), '[]'))
        FROM artists_ranked WHERE rank <= 7),
    'topAlbums', (SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('rank', rank, 'album', json_build_object('id', encode(convert_to('Album:' || ($1::bigint << 32) + id, 'UTF8'), 'base64')), 'plays', plays, 'msPlayed', ms, 'isNew', id NOT IN (SELECT id FROM earlier WHERE kind = 'album')) ORDER BY rank), '[]'))
        FROM albums_ranked WHERE rank <= 7),
    'byHour', (SELECT json_agg(json_build_object('hour', hour, 'plays', plays, 'msPlayed', ms) ORDER BY hour)
        FROM (SELECT hour, sum(plays) AS plays, sum(ms) AS ms FROM hours GROUP BY hour) AS hours_of_day),
    'byWeekdayHour', (SELECT json_agg(json_build_object('weekday', upper(to_char(date '2024-01-01' + weekday - 1, 'FMDay')), 'hour', hour, 'plays', plays, 'msPlayed', ms) ORDER BY weekday, hour) FROM hours),
    'byDay', (SELECT coalesce(json_agg(json_build_object('day', day, 'plays', plays, 'msPlayed', ms) ORDER BY day), '[]') FROM days),
    'byMonth', (SELECT coalesce(json_agg(json_build_object('month', month, 'plays', plays, 'msPlayed', ms) ORDER BY month), '[]') FROM months))::text
