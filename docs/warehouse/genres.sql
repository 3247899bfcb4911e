-- Hours of each genre. An artist's time counts for each of its genres.
WITH heard AS (
    SELECT artist_key, user_key, sum(ms_played) AS ms
    FROM warehouse.fact_plays
    WHERE is_counted
    GROUP BY artist_key, user_key
)
SELECT bridge.genre, count(DISTINCT heard.user_key) AS listeners, count(DISTINCT artist.common_artist_key) AS artists,
    round(sum(heard.ms) / 3600000.0, 2) AS hours
FROM heard
JOIN warehouse.bridge_artist_genre AS bridge ON bridge.artist_key = heard.artist_key
JOIN warehouse.dim_artist AS artist ON artist.artist_key = heard.artist_key
GROUP BY bridge.genre
ORDER BY sum(heard.ms) DESC, bridge.genre COLLATE "C"
