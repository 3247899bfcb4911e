-- The catalogue. An export names artists and albums without ids, so their identity is a key made from the name:
-- NFC, without invisible characters, trimmed. What Spotify no longer supplies to new apps is nullable.
-- named_at is the end of the newest play that carried the names: the newest name wins, in whatever order files arrive.
CREATE TABLE artists (
    id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    spotify_id text UNIQUE,
    name       text NOT NULL,
    name_key   text NOT NULL UNIQUE,
    image_url  text,
    popularity int,
    genres     text[]
);

CREATE TABLE albums (
    id           int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    spotify_id   text UNIQUE,
    artist_id    int NOT NULL REFERENCES artists,
    name         text NOT NULL,
    name_key     text NOT NULL,
    image_url    text,
    release_date date,
    UNIQUE (artist_id, name_key)
);

-- A track has a spotify_id, or (account data, local files) only names; then (artist_id, name_key) identifies it.
CREATE TABLE tracks (
    id          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    spotify_id  text UNIQUE,
    artist_id   int NOT NULL REFERENCES artists,
    album_id    int REFERENCES albums,
    name        text NOT NULL,
    name_key    text NOT NULL,
    named_at    timestamptz NOT NULL,
    duration_ms int,
    preview_url text,
    image_url   text,
    popularity  int
);
CREATE UNIQUE INDEX tracks_names_key ON tracks (artist_id, name_key) WHERE spotify_id IS NULL;
CREATE INDEX tracks_artist_id ON tracks (artist_id);
CREATE INDEX tracks_album_id ON tracks (album_id);

-- All artists of a track, from Spotify; an export knows only the first, which is tracks.artist_id.
CREATE TABLE track_artists (
    track_id  int NOT NULL REFERENCES tracks,
    position  smallint NOT NULL,
    artist_id int NOT NULL REFERENCES artists,
    PRIMARY KEY (track_id, position)
);
CREATE INDEX track_artists_artist_id ON track_artists (artist_id);

-- Episodes of podcasts, chapters of audiobooks, and rows that name nothing at all: kept, apart from music.
CREATE TABLE other_items (
    id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('EPISODE', 'CHAPTER', 'UNKNOWN')),
    spotify_id text,
    name       text NOT NULL,
    show_name  text NOT NULL,
    named_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX other_items_spotify_id ON other_items (kind, spotify_id) WHERE spotify_id IS NOT NULL;
CREATE UNIQUE INDEX other_items_names ON other_items (kind, show_name, name) WHERE spotify_id IS NULL;
