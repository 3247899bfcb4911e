-- A connection that a listener ended and whose data stays keeps its row without tokens: by it the listener comes back to the same data.
ALTER TABLE spotify_connections
    ALTER COLUMN access_token DROP NOT NULL,
    ALTER COLUMN refresh_token DROP NOT NULL,
    DROP CONSTRAINT spotify_connections_status_check,
    ADD CONSTRAINT spotify_connections_status_check CHECK (status IN ('ACTIVE', 'SIGN_IN_AGAIN', 'DISCONNECTED')),
    ADD CONSTRAINT spotify_connections_tokens_check
        CHECK ((status = 'DISCONNECTED') = (access_token IS NULL) AND (access_token IS NULL) = (refresh_token IS NULL));

-- Ways to Spotify's page of consent and back that are under way, each good once and for ten minutes. The state itself is known to the
-- browser alone. Without a user it signs in, or makes an account.
CREATE TABLE spotify_sign_ins (
    state_hash   bytea PRIMARY KEY,
    user_id      int REFERENCES users ON DELETE CASCADE,
    client_id    text NOT NULL,
    verifier     bytea,
    redirect_url text NOT NULL,
    return_path  text,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX spotify_sign_ins_user_id ON spotify_sign_ins (user_id);
CREATE INDEX spotify_sign_ins_expires_at ON spotify_sign_ins (expires_at);

-- An app of the Developer Dashboard that a listener brings. The secret is encrypted like tokens.
CREATE TABLE spotify_apps (
    user_id    int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    client_id  text NOT NULL,
    secret     bytea,
    created_at timestamptz NOT NULL
);

-- What is to be wiped in every store, until it is. It outlives the account, because a store may be away while that is deleted.
CREATE TABLE spotify_wipes (
    id            int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id       int NOT NULL,
    account_id    text NOT NULL,
    spotify_id    text NOT NULL,
    client_id     text NOT NULL,
    authorized_at timestamptz NOT NULL,
    connected_at  timestamptz NOT NULL
);
CREATE INDEX spotify_wipes_user_id ON spotify_wipes (user_id);

-- Every page asks for it with the rest of the row; the hash itself stays out of that.
ALTER TABLE users ADD COLUMN has_password boolean NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL) STORED;
