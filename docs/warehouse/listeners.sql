-- What each listener mostly hears, those who hear most first.
SELECT listener.user_key, listener.is_in_community, taste.plays, round(taste.hours::numeric, 2) AS hours, taste.tracks, taste.artists,
    taste.top_artist, round(taste.top_artist_share::numeric, 3) AS top_artist_share, taste.top_genre, taste.peak_hour,
    round(taste.skip_share::numeric, 3) AS skip_share
FROM warehouse.dim_user AS listener
JOIN warehouse.user_music_preferences AS taste ON taste.user_key = listener.user_key
ORDER BY taste.hours DESC, listener.user_key
