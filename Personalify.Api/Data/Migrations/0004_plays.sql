-- Every play. Hash-partitioned by user so that partitions can move to further nodes as foreign partitions; once one is
-- foreign the parent can carry neither unique index nor foreign key, so both stand on the leaves from the start.
-- ended_at fits into 4 bytes of seconds since 2000 (Domain, PlayTime), which the rollup below relies on.
-- is_superseded: an account-data row (minute precision, names only) that an extended row describes better; kept, never counted.
CREATE TABLE plays (
    ended_at      timestamptz NOT NULL CHECK (ended_at >= '2000-01-01 00:00+00' AND ended_at < '2068-01-01 00:00+00'),
    user_id       int NOT NULL,
    track_id      int NOT NULL,
    ms_played     int NOT NULL CHECK (ms_played >= 0),
    import_id     int NOT NULL,
    source        text NOT NULL CHECK (source IN ('EXTENDED', 'ACCOUNT', 'LIVE')),
    reason_start  text,
    reason_end    text,
    platform      text,
    shuffle       boolean,
    skipped       boolean,
    offline       boolean,
    incognito     boolean,
    is_superseded boolean NOT NULL DEFAULT false
) PARTITION BY HASH (user_id);

-- The same for episodes, chapters and rows that name nothing.
CREATE TABLE other_plays (
    ended_at  timestamptz NOT NULL,
    user_id   int NOT NULL,
    item_id   int NOT NULL,
    ms_played int NOT NULL CHECK (ms_played >= 0),
    import_id int NOT NULL
) PARTITION BY HASH (user_id);

-- A further import that delivered a play which was there already, with what it said about the play, so that undoing the first
-- import loses nothing. plays holds the best of all deliveries, so the order of imports makes no difference.
CREATE TABLE play_observations (
    ended_at     timestamptz NOT NULL,
    user_id      int NOT NULL,
    track_id     int NOT NULL,
    ms_played    int NOT NULL,
    import_id    int NOT NULL,
    source       text NOT NULL,
    reason_start text,
    reason_end   text,
    platform     text,
    shuffle      boolean,
    skipped      boolean,
    offline      boolean,
    incognito    boolean
) PARTITION BY HASH (user_id);

CREATE TABLE other_play_observations (
    ended_at  timestamptz NOT NULL,
    user_id   int NOT NULL,
    item_id   int NOT NULL,
    ms_played int NOT NULL,
    import_id int NOT NULL
) PARTITION BY HASH (user_id);

-- The rollup: one row per user and UTC month that holds the month's counted plays as columns, in the order
-- (ended_at, track_id, ms_played). Each column is a run of big-endian integers, one per play: 4 bytes for ended (seconds
-- since 2000-01-01 UTC), track, artist, album (0: none) and ms; 1 byte for flags (see Domain, PlayFlags).
-- Written in the transaction that writes the plays, always rebuilt from them, so it can be verified by rebuilding.
-- EXTERNAL: stored without compression, since reading is what must be fast.
CREATE TABLE play_months (
    user_id int NOT NULL,
    month   date NOT NULL,
    plays   int NOT NULL,
    ended   bytea NOT NULL,
    tracks  bytea NOT NULL,
    artists bytea NOT NULL,
    albums  bytea NOT NULL,
    ms      bytea NOT NULL,
    flags   bytea NOT NULL,
    PRIMARY KEY (user_id, month)
);
ALTER TABLE play_months
    ALTER COLUMN ended SET STORAGE EXTERNAL, ALTER COLUMN tracks SET STORAGE EXTERNAL, ALTER COLUMN artists SET STORAGE EXTERNAL,
    ALTER COLUMN albums SET STORAGE EXTERNAL, ALTER COLUMN ms SET STORAGE EXTERNAL, ALTER COLUMN flags SET STORAGE EXTERNAL;

DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('CREATE TABLE plays_%s PARTITION OF plays FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE UNIQUE INDEX plays_%s_key ON plays_%s (user_id, track_id, ended_at, ms_played)', n, n);
        EXECUTE format('CREATE INDEX plays_%s_ended_at ON plays_%s (user_id, ended_at)', n, n);
        EXECUTE format('ALTER TABLE plays_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
                        ADD FOREIGN KEY (track_id) REFERENCES tracks', n);
        EXECUTE format('CREATE TABLE other_plays_%s PARTITION OF other_plays FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE UNIQUE INDEX other_plays_%s_key ON other_plays_%s (user_id, item_id, ended_at, ms_played)', n, n);
        EXECUTE format('ALTER TABLE other_plays_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
                        ADD FOREIGN KEY (item_id) REFERENCES other_items', n);
        EXECUTE format('CREATE TABLE play_observations_%s PARTITION OF play_observations FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE UNIQUE INDEX play_observations_%s_key ON play_observations_%s (user_id, import_id, track_id, ended_at, ms_played)', n, n);
        EXECUTE format('ALTER TABLE play_observations_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE', n);
        EXECUTE format('CREATE TABLE other_play_observations_%s PARTITION OF other_play_observations FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE UNIQUE INDEX other_play_observations_%s_key ON other_play_observations_%s (user_id, import_id, item_id, ended_at, ms_played)', n, n);
        EXECUTE format('ALTER TABLE other_play_observations_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE', n);
    END LOOP;
END $$;
ALTER TABLE play_months ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
