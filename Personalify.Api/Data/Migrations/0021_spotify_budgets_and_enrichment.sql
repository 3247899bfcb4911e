-- What was asked of Spotify for a client id in one group of endpoints: used counts the requests of the day (UTC). The group is asked nothing
-- before blocked_until; opened says how often in a row Spotify has refused it without saying for how long.
CREATE TABLE spotify_budgets (
    client_id     text NOT NULL,
    quota_group   text NOT NULL,
    day           date NOT NULL,
    used          int NOT NULL,
    blocked_until timestamptz,
    opened        int NOT NULL DEFAULT 0,
    PRIMARY KEY (client_id, quota_group)
);

-- The queue of the enrichment: what Spotify is to be asked for a listener, by the plays that the answer describes. Whoever asks holds the row
-- until claimed_until, so nothing is lost with a process that ends.
CREATE TABLE spotify_wanted (
    user_id       int NOT NULL REFERENCES users ON DELETE CASCADE,
    kind          text NOT NULL CHECK (kind IN ('TRACK', 'ALBUM', 'ARTIST')),
    spotify_id    text NOT NULL,
    plays         bigint NOT NULL,
    claimed_until timestamptz,
    PRIMARY KEY (user_id, kind, spotify_id)
);
CREATE INDEX spotify_wanted_plays ON spotify_wanted (user_id, plays DESC);

-- Listeners take turns: served_at is the last one, refreshed_at when the listener's part of the queue was last made.
CREATE TABLE spotify_turns (
    user_id      int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    refreshed_at timestamptz NOT NULL,
    served_at    timestamptz
);

-- What asking for an id gave. Spotify may answer with another id than it was asked for (returned_id), where it gives another release of the
-- recording. Nothing is asked again before retry_at.
CREATE TABLE spotify_asked (
    kind        text NOT NULL CHECK (kind IN ('TRACK', 'ALBUM', 'ARTIST')),
    spotify_id  text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('FOUND', 'MISSING', 'FAILED')),
    returned_id text,
    failures    int NOT NULL DEFAULT 0,
    asked_at    timestamptz NOT NULL,
    retry_at    timestamptz NOT NULL,
    PRIMARY KEY (kind, spotify_id)
);
CREATE INDEX spotify_asked_returned_id ON spotify_asked (returned_id) WHERE returned_id IS NOT NULL;

CREATE INDEX spotify_asked_retry_at ON spotify_asked (retry_at);

-- By which it is found out what nothing refers to any more.
CREATE INDEX spotify_tracks_album_id ON spotify_tracks (album_id);
CREATE INDEX spotify_tracks_artist_ids ON spotify_tracks USING gin (artist_ids);
