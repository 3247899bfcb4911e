-- A listener's connection with Spotify. Its account is known by account_id, which Spotify never changes; spotify_id is the id that its
-- addresses use. Tokens are encrypted by the Api's protection keys. A connection lasts six months from authorized_at on.
CREATE TABLE spotify_connections (
    user_id           int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    account_id        text NOT NULL UNIQUE,
    spotify_id        text NOT NULL,
    display_name      text,
    image_url         text,
    client_id         text NOT NULL,
    scopes            text[] NOT NULL,
    status            text NOT NULL CHECK (status IN ('ACTIVE', 'SIGN_IN_AGAIN')),
    access_token      bytea NOT NULL,
    refresh_token     bytea NOT NULL,
    access_expires_at timestamptz NOT NULL,
    authorized_at     timestamptz NOT NULL,
    connected_at      timestamptz NOT NULL
);
CREATE INDEX spotify_connections_spotify_id ON spotify_connections (spotify_id);

-- What Spotify itself says of an artist, an album or a track. It is the same for everybody and stands beside the listeners' own names, by
-- the id. Whatever Spotify did not supply is null. fetched_at: when it said so last.
CREATE TABLE spotify_artists (
    spotify_id text PRIMARY KEY,
    name       text NOT NULL,
    image_url  text,
    genres     text[],
    popularity int,
    fetched_at timestamptz NOT NULL
);

CREATE TABLE spotify_albums (
    spotify_id             text PRIMARY KEY,
    name                   text NOT NULL,
    artist_ids             text[] NOT NULL,
    artist_names           text[] NOT NULL,
    album_type             text,
    image_url              text,
    release_date           text,
    release_date_precision text,
    total_tracks           int,
    upc                    text,
    fetched_at             timestamptz NOT NULL
);

CREATE TABLE spotify_tracks (
    spotify_id   text PRIMARY KEY,
    name         text NOT NULL,
    artist_ids   text[] NOT NULL,
    artist_names text[] NOT NULL,
    album_id     text,
    album_name   text,
    image_url    text,
    duration_ms  int,
    isrc         text,
    disc_number  int,
    track_number int,
    is_explicit  boolean,
    popularity   int,
    preview_url  text,
    fetched_at   timestamptz NOT NULL
);
