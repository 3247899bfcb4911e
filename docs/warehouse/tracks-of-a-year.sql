-- The ten tracks that were heard longest in 2024, over all listeners. Plays are summed by key first and named afterwards, which is several
-- times faster than naming every play.
WITH heard AS (
    SELECT track_key, user_key, count(*) AS plays, sum(ms_played) AS ms
    FROM warehouse.fact_plays
    WHERE is_counted AND ended_at >= '2024-01-01' AND ended_at < '2025-01-01'
    GROUP BY track_key, user_key
)
SELECT min(track.artist_name COLLATE "C") AS artist, min(track.name COLLATE "C") AS track, count(DISTINCT heard.user_key) AS listeners,
    sum(heard.plays)::bigint AS plays, round(sum(heard.ms) / 3600000.0, 2) AS hours
FROM heard
JOIN warehouse.dim_track AS track ON track.track_key = heard.track_key
GROUP BY track.common_track_key
ORDER BY sum(heard.ms) DESC, artist, track
LIMIT 10
