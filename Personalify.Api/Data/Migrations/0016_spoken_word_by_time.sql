-- Episodes and chapters of a period, and the first and the last of all, are found by their time.
DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('CREATE INDEX other_plays_%s_ended_at ON other_plays_%s (user_id, ended_at)', n, n);
    END LOOP;
END $$;

-- What account data tells by names only is looked for among what the extended history tells, by the same names.
CREATE INDEX other_items_twins ON other_items (user_id, show_name, name) WHERE spotify_id IS NOT NULL;
