-- The months also know on which kind of device a play was heard, one byte each (Domain, Platform): 0 where the export tells none.
ALTER TABLE play_months ADD COLUMN platforms bytea, ALTER COLUMN platforms SET STORAGE EXTERNAL;

UPDATE play_months SET platforms = made.platforms
FROM (
    SELECT user_id, date_trunc('month', ended_at AT TIME ZONE 'UTC')::date AS month,
        string_agg(set_byte('\x00'::bytea, 0, coalesce(array_position(
                ARRAY['android', 'ios', 'desktop', 'web', 'speaker', 'tv', 'car', 'other'], platform), 0)),
            ''::bytea ORDER BY ended_at, track_id, ms_played, reported_at, offline_at, ordinal) AS platforms
    FROM plays
    WHERE NOT is_superseded
    GROUP BY 1, 2
) AS made
WHERE made.user_id = play_months.user_id AND made.month = play_months.month;

ALTER TABLE play_months ALTER COLUMN platforms SET NOT NULL;
