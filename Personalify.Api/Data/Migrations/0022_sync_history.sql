-- The history of synchronizations where no MongoDB is configured; names and shapes are those of MongoDB's documents. user_syncs: the
-- current top lists of a listener and a time range. sync_runs: every run, appended; run_id sorts by time.
CREATE TABLE user_syncs (
    user_id    int NOT NULL REFERENCES users ON DELETE CASCADE,
    spotify_id text NOT NULL,
    time_range text NOT NULL CHECK (time_range IN ('short_term', 'medium_term', 'long_term')),
    run_id     uuid NOT NULL,
    synced_at  timestamptz NOT NULL,
    lists      jsonb NOT NULL,
    PRIMARY KEY (user_id, spotify_id, time_range)
);

CREATE TABLE sync_runs (
    user_id     int NOT NULL REFERENCES users ON DELETE CASCADE,
    run_id      uuid NOT NULL,
    spotify_id  text NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    status      text NOT NULL,
    trigger     text NOT NULL,
    parts       jsonb NOT NULL,
    tops        jsonb NOT NULL,
    has_tops    boolean NOT NULL,
    PRIMARY KEY (user_id, run_id)
);
CREATE INDEX sync_runs_with_tops ON sync_runs (user_id, run_id) WHERE has_tops;
CREATE INDEX sync_runs_by_age ON sync_runs (user_id, finished_at);
