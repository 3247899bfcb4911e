-- Accounts and what proves them. A password is kept as ASP.NET Core's hash, a session token as its SHA-256.
CREATE TABLE users (
    id            int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    spotify_id    text UNIQUE,
    name          text NOT NULL CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 64),
    display_name  text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 128),
    password_hash text,
    role          text NOT NULL DEFAULT 'LISTENER' CHECK (role IN ('LISTENER', 'ADMINISTRATOR')),
    time_zone     text NOT NULL DEFAULT 'UTC',
    image_url     text,
    is_demo       boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX users_name_key ON users (lower(name));

CREATE TABLE tokens (
    hash       bytea PRIMARY KEY,
    user_id    int NOT NULL REFERENCES users ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('SESSION', 'API')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX tokens_user_id ON tokens (user_id);
CREATE INDEX tokens_expires_at ON tokens (expires_at);
