-- A synchronization is one run for one listener, as a job. It waits (QUEUED), works (RUNNING, while its process renews the lease) and stays
-- here, FINISHED, until the history of synchronizations has taken it (kept_at) and those who follow it have seen its end; so a history
-- that is away loses nothing. done holds the reports of its parts, tops the lists that it fetched. sync_jobs_open allows a listener one run
-- at a time, however many processes there are.
CREATE TABLE sync_jobs (
    user_id       int NOT NULL REFERENCES users ON DELETE CASCADE,
    id            uuid NOT NULL,
    spotify_id    text NOT NULL,
    trigger       text NOT NULL,
    status        text NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'FINISHED')),
    outcome       text,
    wanted        text[] NOT NULL,
    done          jsonb NOT NULL DEFAULT '[]',
    tops          jsonb NOT NULL DEFAULT '[]',
    part          text,
    fetched       int NOT NULL DEFAULT 0,
    requested_at  timestamptz NOT NULL,
    started_at    timestamptz,
    finished_at   timestamptz,
    kept_at       timestamptz,
    lease_until   timestamptz,
    attempts      int NOT NULL DEFAULT 0,
    interruptions int NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX sync_jobs_open ON sync_jobs (user_id) WHERE status <> 'FINISHED';
CREATE INDEX sync_jobs_waiting ON sync_jobs (requested_at) WHERE status <> 'FINISHED';
CREATE INDEX sync_jobs_finished ON sync_jobs (finished_at) WHERE status = 'FINISHED';

-- When each part of a listener's synchronizations ran last, how it ended, and when it is due again.
CREATE TABLE sync_parts (
    user_id     int NOT NULL REFERENCES users ON DELETE CASCADE,
    part        text NOT NULL,
    last_run_at timestamptz NOT NULL,
    last_status text NOT NULL,
    due_at      timestamptz NOT NULL,
    PRIMARY KEY (user_id, part)
);

-- Which runs brought top lists for a time range. The greatest run id is the newest, whose lists are user_artists and user_tracks; the lists
-- of the others are in the history. genres: null where Spotify supplied none. previous_run_id: what movement is told from.
CREATE TABLE user_tops (
    user_id         int NOT NULL REFERENCES users ON DELETE CASCADE,
    time_range      text NOT NULL,
    run_id          uuid NOT NULL,
    synced_at       timestamptz NOT NULL,
    previous_run_id uuid,
    genres          jsonb,
    PRIMARY KEY (user_id, time_range, run_id)
);

-- Spotify's current top lists of a listener. What the ids name is in spotify_artists and spotify_tracks. previous_rank: null when it was
-- not in the list before.
CREATE TABLE user_artists (
    user_id       int NOT NULL REFERENCES users ON DELETE CASCADE,
    spotify_id    text NOT NULL,
    time_range    text NOT NULL,
    rank          int NOT NULL,
    run_id        uuid NOT NULL,
    previous_rank int,
    PRIMARY KEY (user_id, time_range, rank)
);
CREATE TABLE user_tracks (
    user_id       int NOT NULL REFERENCES users ON DELETE CASCADE,
    spotify_id    text NOT NULL,
    time_range    text NOT NULL,
    rank          int NOT NULL,
    run_id        uuid NOT NULL,
    previous_rank int,
    PRIMARY KEY (user_id, time_range, rank)
);
