-- References are looked up row by row, by plans that PostgreSQL makes from statistics. Statistics that were taken while a table held next to
-- nothing (a first small import) say that a listener has one row, or that all plays are of one track; then every index seems as good as the
-- key, and each look-up may read everything of the listener. Whatever the sample says, the planner shall reckon with a thousand rows of a
-- listener, and with many tracks, artists and albums, so that it takes the key.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['artists', 'albums', 'tracks', 'track_observations', 'other_items', 'other_item_observations'] LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN user_id SET (n_distinct = -0.001)', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['plays', 'play_observations', 'other_plays', 'other_play_observations'] LOOP
        FOR n IN 0..15 LOOP
            EXECUTE format('ALTER TABLE %I ALTER COLUMN user_id SET (n_distinct = -0.001), ALTER COLUMN %I SET (n_distinct = -0.05)',
                name || '_' || n, CASE WHEN name LIKE 'other%' THEN 'item_id' ELSE 'track_id' END);
        END LOOP;
    END LOOP;
END $$;

ALTER TABLE albums ALTER COLUMN artist_id SET (n_distinct = -0.1);
ALTER TABLE tracks ALTER COLUMN artist_id SET (n_distinct = -0.1), ALTER COLUMN album_id SET (n_distinct = -0.1);
ALTER TABLE track_observations ALTER COLUMN track_id SET (n_distinct = -0.1), ALTER COLUMN artist_id SET (n_distinct = -0.1),
    ALTER COLUMN album_id SET (n_distinct = -0.1);
ALTER TABLE other_item_observations ALTER COLUMN item_id SET (n_distinct = -0.1);
