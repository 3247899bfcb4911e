-- Plays that Spotify told while they were recent, as it told them: played_at to the millisecond (near the end of the play; Spotify does not
-- say which moment it is), the length of the track, from where it was played. told_at is when Spotify was asked. A row whose restates is
-- set is a further telling of the play at that time, with another played_at. covered_… is the play of an export that is the same one.
CREATE TABLE polled_plays (
    user_id             int NOT NULL REFERENCES users ON DELETE CASCADE,
    played_at           timestamptz NOT NULL,
    track_id            int NOT NULL,
    account_id          text NOT NULL,
    spotify_id          text,
    names_key           bigint NOT NULL,
    artist_names_key    bigint NOT NULL,
    duration_ms         int,
    context_type        text,
    context_uri         text,
    told_at             timestamptz NOT NULL,
    restates            timestamptz,
    covered_track_id    int,
    covered_reported_at timestamptz,
    covered_ms_played   int,
    covered_offline_at  timestamptz,
    covered_ordinal     smallint,
    PRIMARY KEY (user_id, played_at, track_id),
    FOREIGN KEY (user_id, track_id) REFERENCES tracks ON DELETE CASCADE
);
CREATE INDEX polled_plays_track ON polled_plays (user_id, track_id);
CREATE INDEX polled_plays_spotify_id ON polled_plays (user_id, spotify_id);

-- What Spotify told is one import of its listener, which describes the tracks and owns the plays, so that taking it back is undoing an
-- import. Nobody sees it among the imports, and its number is 0.
ALTER TABLE imports ADD COLUMN kind text NOT NULL DEFAULT 'FILES' CHECK (kind IN ('FILES', 'SPOTIFY')),
    ADD CHECK ((kind = 'SPOTIFY') = (number = 0));

CREATE OR REPLACE FUNCTION number_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'SPOTIFY' THEN
        NEW.number := 0;
    ELSE
        UPDATE users SET last_import = last_import + 1 WHERE id = NEW.user_id RETURNING last_import INTO NEW.number;
    END IF;
    RETURN NEW;
END $$;

DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('CREATE INDEX plays_%s_live ON plays_%s (user_id, reported_at) WHERE source = ''LIVE''', n, n);
    END LOOP;
END $$;
