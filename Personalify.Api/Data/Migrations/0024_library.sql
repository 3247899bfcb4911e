-- What a listener has saved and follows at Spotify, as it was when the list was last read completely. place is counted from a list's
-- oldest entry (its last one, where Spotify gives no times), so that what is added changes no row, and readers of pages keep their place.
-- item_key: Spotify's id, or for what has none, such as a file of the listener's own, its address or name.
CREATE TABLE library_lists (
    user_id   int NOT NULL REFERENCES users ON DELETE CASCADE,
    kind      text NOT NULL,
    total     int NOT NULL,
    left_out  int NOT NULL,
    synced_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, kind)
);

CREATE TABLE library_items (
    user_id      int NOT NULL REFERENCES users ON DELETE CASCADE,
    kind         text NOT NULL,
    place        int NOT NULL,
    item_key     text NOT NULL,
    spotify_id   text,
    uri          text,
    name         text NOT NULL,
    by_names     text[] NOT NULL,
    part_of      text,
    image_url    text,
    added_at     timestamptz,
    duration_ms  int,
    item_count   int,
    release_date text,
    PRIMARY KEY (user_id, kind, place)
);

-- items_state: whether the entries are kept (KEPT, of items_snapshot_id), not read yet (NOT_YET), another's to read (NOT_YOURS), or
-- refused by Spotify although they should be the listener's to read (HIDDEN).
CREATE TABLE playlists (
    user_id           int NOT NULL REFERENCES users ON DELETE CASCADE,
    spotify_id        text NOT NULL,
    place             int NOT NULL,
    name              text NOT NULL,
    description       text,
    owner_name        text,
    is_own            boolean NOT NULL,
    is_collaborative  boolean NOT NULL,
    is_public         boolean,
    snapshot_id       text,
    total             int,
    image_url         text,
    items_state       text NOT NULL CHECK (items_state IN ('KEPT', 'NOT_YET', 'NOT_YOURS', 'HIDDEN')),
    items_snapshot_id text,
    items_kept        int NOT NULL DEFAULT 0,
    items_left_out    int NOT NULL DEFAULT 0,
    items_synced_at   timestamptz,
    PRIMARY KEY (user_id, spotify_id)
);
CREATE INDEX playlists_place ON playlists (user_id, place);

-- In the playlist's own order, from 0.
CREATE TABLE playlist_items (
    user_id     int NOT NULL,
    playlist_id text NOT NULL,
    place       int NOT NULL,
    kind        text NOT NULL,
    spotify_id  text,
    uri         text,
    name        text NOT NULL,
    by_names    text[] NOT NULL,
    part_of     text,
    image_url   text,
    added_at    timestamptz,
    duration_ms int,
    is_local    boolean NOT NULL,
    PRIMARY KEY (user_id, playlist_id, place),
    FOREIGN KEY (user_id, playlist_id) REFERENCES playlists ON DELETE CASCADE
);

-- What Spotify last said that a listener is playing, for as long as somebody looks. next_at: nobody asks Spotify again before. It is of
-- the moment, so nothing is lost when it is.
CREATE UNLOGGED TABLE now_playing (
    user_id  int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    next_at  timestamptz NOT NULL,
    asked_at timestamptz,
    failures int NOT NULL DEFAULT 0,
    playing  jsonb
);
