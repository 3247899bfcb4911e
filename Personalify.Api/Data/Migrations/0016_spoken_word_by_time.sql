-- Episodes and chapters of a period, and the first and the last of all, are found by their time.
DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('CREATE INDEX other_plays_%s_ended_at ON other_plays_%s (user_id, ended_at)', n, n);
    END LOOP;
END $$;
