-- Models that have scored titles here, each version for itself.
CREATE TABLE mood_models (
    id       smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider text NOT NULL,
    name     text NOT NULL,
    version  text NOT NULL,
    UNIQUE (provider, name, version)
);

-- What a model says of the title of a listener's track: probabilities, each for itself, and the mood that they tell. All are null where
-- the model cannot tell; mood is null too where none is probable enough. A score is of the name that the track has: one that is renamed
-- loses it.
CREATE TABLE mood_scores (
    user_id  int NOT NULL,
    track_id int NOT NULL,
    model_id smallint NOT NULL REFERENCES mood_models,
    mood     smallint,
    anger    real,
    disgust  real,
    fear     real,
    joy      real,
    neutral  real,
    sadness  real,
    surprise real,
    PRIMARY KEY (user_id, track_id, model_id),
    FOREIGN KEY (user_id, track_id) REFERENCES tracks ON DELETE CASCADE
);

-- Whose scores a listener sees: those of another model take their place when it has scored every track. titles counts how often titles came
-- or changed, scored is that number when scoring last ended: where they differ, there is something to score.
CREATE TABLE mood_states (
    user_id   int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    model_id  smallint REFERENCES mood_models,
    titles    bigint NOT NULL DEFAULT 0,
    scored    bigint NOT NULL DEFAULT -1
);
-- Listeners who are here already have titles to be read; those who come get a state with their first title.
INSERT INTO mood_states (user_id) SELECT id FROM users;

-- What the listener says of a title, which no model overrules. identity is what tells a track from others in every import: its id at
-- Spotify, or without one its names_key. So it comes back with a track that was undone and imported again. The names are those of the day.
CREATE TABLE mood_corrections (
    user_id      int NOT NULL REFERENCES users ON DELETE CASCADE,
    identity     text NOT NULL,
    mood         smallint NOT NULL,
    artist_name  text NOT NULL,
    name         text NOT NULL,
    corrected_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, identity)
);

-- How much was asked of a remote model on a day (UTC), and until when it refuses to answer.
CREATE TABLE mood_budgets (
    model         text PRIMARY KEY,
    day           date NOT NULL,
    used          int NOT NULL DEFAULT 0,
    blocked_until timestamptz
);

CREATE FUNCTION note_new_titles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO mood_states AS state (user_id, titles) SELECT DISTINCT user_id, 1 FROM added
    ON CONFLICT (user_id) DO UPDATE SET titles = state.titles + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER tracks_added AFTER INSERT ON tracks REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_new_titles();

-- The state comes before the scores, as where one model takes the place of another, so that the two never wait for each other.
CREATE FUNCTION forget_scores_of_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO mood_states AS state (user_id, titles)
    SELECT DISTINCT renamed.user_id, 1 FROM renamed
    JOIN former ON former.user_id = renamed.user_id AND former.id = renamed.id AND former.name <> renamed.name
    ON CONFLICT (user_id) DO UPDATE SET titles = state.titles + 1;
    IF FOUND THEN
        DELETE FROM mood_scores AS score USING renamed, former
        WHERE former.user_id = renamed.user_id AND former.id = renamed.id AND former.name <> renamed.name
            AND score.user_id = renamed.user_id AND score.track_id = renamed.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tracks_renamed AFTER UPDATE ON tracks REFERENCING OLD TABLE AS former NEW TABLE AS renamed
    FOR EACH STATEMENT EXECUTE FUNCTION forget_scores_of_renamed();
