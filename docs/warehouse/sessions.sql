-- Sessions of each listener in the last 90 days: how many, how long and how many plays on average, and how often a track was put on again.
SELECT user_key, count(*) AS sessions, round(avg(plays), 1) AS plays_of_a_session, round(avg(minutes)::numeric, 1) AS minutes_of_a_session,
    sum(repeats)::bigint AS repeats
FROM (
    SELECT user_key, session_number, count(*) AS plays, sum(ms_played) / 60000.0 AS minutes, count(*) FILTER (WHERE is_repeat) AS repeats
    FROM warehouse.recent_plays_analysis
    GROUP BY user_key, session_number
) AS session
GROUP BY user_key
ORDER BY user_key
