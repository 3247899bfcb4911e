-- One top list, or its first page, that a caller of the Api asked for by itself after the last run had grown old. A run (user_tops) brings
-- both lists whole, and takes the place of what is here; so ranks of runs are compared with runs only. items and genres are as the history
-- writes them. is_whole: false where only the first page was asked for.
CREATE TABLE user_asked_tops (
    user_id    int NOT NULL REFERENCES users ON DELETE CASCADE,
    time_range text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('ARTIST', 'TRACK')),
    run_id     uuid NOT NULL,
    synced_at  timestamptz NOT NULL,
    is_whole   boolean NOT NULL,
    items      jsonb NOT NULL,
    genres     jsonb,
    PRIMARY KEY (user_id, time_range, kind)
);
