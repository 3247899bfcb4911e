-- Models that have scored titles here, each version for itself.
CREATE TABLE mood_models (
    id       smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider text NOT NULL,
    name     text NOT NULL,
    version  text NOT NULL,
    UNIQUE (provider, name, version)
);

-- What a model says of the title of a listener's track: probabilities, each for itself, and the mood that they tell. All are null where the
-- model cannot tell; mood is null too where none is probable enough. A score is of the name that the track has: one that is renamed loses it.
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
    PRIMARY KEY (user_id, model_id, track_id),
    FOREIGN KEY (user_id, track_id) REFERENCES tracks ON DELETE CASCADE
);
CREATE INDEX mood_scores_track ON mood_scores (user_id, track_id);

-- Whose scores a listener sees: those of another model take their place when it has scored every track.
CREATE TABLE mood_states (
    user_id   int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    model_id  smallint NOT NULL REFERENCES mood_models,
    scored_at timestamptz NOT NULL
);

-- What the listener says of a title, which no model overrules; null: there is no mood in it. By artist and title, as they compare, so that it
-- holds for every edition of a track and comes back with a track that was undone and imported again.
CREATE TABLE mood_corrections (
    user_id      int NOT NULL REFERENCES users ON DELETE CASCADE,
    names_key    bigint NOT NULL,
    mood         smallint,
    artist_name  text NOT NULL,
    name         text NOT NULL,
    corrected_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, names_key)
);

CREATE FUNCTION forget_scores_of_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM mood_scores AS score USING former, renamed
    WHERE renamed.user_id = former.user_id AND renamed.id = former.id AND renamed.name IS DISTINCT FROM former.name
        AND score.user_id = renamed.user_id AND score.track_id = renamed.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tracks_renamed AFTER UPDATE ON tracks REFERENCING OLD TABLE AS former NEW TABLE AS renamed
    FOR EACH STATEMENT EXECUTE FUNCTION forget_scores_of_renamed();
