-- What User.moods answers, counted from plays without the rollup and with Postgres's own calendar.
-- $1 user, $2 zone, $3 definition of a play, $4 first day or null, $5 last day or null, $6 what they are put together by.
WITH kept AS (
    SELECT play.ended_at AT TIME ZONE $2 AS local, play.track_id, track.artist_id, play.ms_played AS ms,
        CASE WHEN correction.mood IS NOT NULL THEN correction.mood WHEN score.track_id IS NULL THEN 8 ELSE coalesce(score.mood, 7) END
            AS mood
    FROM plays AS play
    JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
    LEFT JOIN mood_scores AS score ON score.user_id = track.user_id AND score.track_id = track.id
        AND score.model_id = (SELECT model_id FROM mood_states WHERE user_id = $1)
    LEFT JOIN mood_corrections AS correction ON correction.user_id = track.user_id AND correction.identity = track.spotify_id
    WHERE play.user_id = $1 AND NOT play.is_superseded AND CASE $3
        WHEN 'ANY' THEN true
        WHEN 'THIRTY_SECONDS' THEN play.ms_played >= 30 * 1000
        ELSE play.reason_end IS NOT DISTINCT FROM 'trackdone' END
), chosen AS (
    SELECT *, CASE $6
        WHEN 'TOTAL' THEN '-'
        WHEN 'HOUR' THEN extract(hour FROM local)::text
        WHEN 'WEEKDAY' THEN upper(trim(to_char(local, 'Day')))
        WHEN 'MONTH' THEN to_char(local, 'YYYY-MM-01')
        ELSE 'Artist ' || artist_id END AS bucket
    FROM kept WHERE local::date >= coalesce($4, '-infinity') AND local::date <= coalesce($5, 'infinity')
)
SELECT coalesce(string_agg(concat_ws('|', bucket, mood, plays, ms), E'\n' ORDER BY concat_ws('|', bucket, mood, plays, ms) COLLATE "C"), '')
FROM (SELECT bucket, mood, count(*) AS plays, sum(ms) AS ms FROM chosen GROUP BY bucket, mood) AS counted
