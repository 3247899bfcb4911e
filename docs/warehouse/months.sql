-- Every month between the first play and the last one, also those without plays: listeners, plays, hours, and how much of it was skipped.
WITH heard AS (
    SELECT date_key, user_key, count(*) FILTER (WHERE is_counted) AS plays, sum(ms_played) FILTER (WHERE is_counted) AS ms,
        count(*) FILTER (WHERE is_skipped) AS skipped, count(is_skipped) AS told
    FROM warehouse.fact_plays
    GROUP BY date_key, user_key
)
SELECT day.year_month AS month, count(DISTINCT heard.user_key) FILTER (WHERE heard.plays > 0) AS listeners,
    coalesce(sum(heard.plays), 0)::bigint AS plays, round(coalesce(sum(heard.ms), 0) / 3600000.0, 2) AS hours,
    round(sum(heard.skipped) / nullif(sum(heard.told), 0), 3) AS skip_share
FROM warehouse.dim_date AS day
LEFT JOIN heard ON heard.date_key = day.date_key
WHERE day.date_key BETWEEN (SELECT min(date_key) FROM heard) AND (SELECT max(date_key) FROM heard)
GROUP BY day.year_month
ORDER BY day.year_month
