-- An import is one upload of one or more files, run as a job. status: UPLOADED (files are here, nothing asked yet),
-- QUEUED, RUNNING, COMPLETED, FAILED, UNDOING, UNDONE. The lease is set while a process works on the import, so it tells a crashed
-- run from a running one; imports_claimed allows a user one such run at a time, however many processes there are.
CREATE TABLE imports (
    id           int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id      int NOT NULL REFERENCES users ON DELETE CASCADE,
    status       text NOT NULL CHECK (status IN ('UPLOADED', 'QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'UNDOING', 'UNDONE')),
    is_preview   boolean NOT NULL DEFAULT false,
    files        jsonb NOT NULL DEFAULT '[]',
    progress     jsonb,
    report       jsonb,
    error        text,
    created_at   timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    lease_until  timestamptz,
    attempts     int NOT NULL DEFAULT 0
);
CREATE INDEX imports_user_id ON imports (user_id, created_at DESC);
CREATE INDEX imports_open ON imports (created_at) WHERE status IN ('QUEUED', 'RUNNING', 'UNDOING');
CREATE UNIQUE INDEX imports_claimed ON imports (user_id) WHERE lease_until IS NOT NULL;
