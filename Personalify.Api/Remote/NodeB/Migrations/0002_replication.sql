-- The copies of node A's tables, by the names that they have there. arrival is the transaction of node B that brought a row or what counts of
-- it, by which the community's figures know what is new. Nothing refers to anything, because tables arrive one by one at first.
CREATE TABLE users (
    id              int PRIMARY KEY,
    is_in_community boolean NOT NULL,
    created_at      timestamptz NOT NULL
);

CREATE TABLE artists (
    user_id  int NOT NULL,
    id       int NOT NULL,
    name     text NOT NULL,
    name_key text NOT NULL,
    genres   text[],
    arrival  xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (user_id, id)
);
CREATE INDEX artists_arrival ON artists (arrival);

CREATE TABLE albums (
    user_id      int NOT NULL,
    id           int NOT NULL,
    artist_id    int NOT NULL,
    name         text NOT NULL,
    name_key     text NOT NULL,
    release_date date,
    PRIMARY KEY (user_id, id)
);

CREATE TABLE tracks (
    user_id     int NOT NULL,
    id          int NOT NULL,
    spotify_id  text,
    artist_id   int NOT NULL,
    album_id    int,
    name        text NOT NULL,
    name_key    text NOT NULL,
    duration_ms int,
    arrival     xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (user_id, id)
);
CREATE INDEX tracks_arrival ON tracks (arrival);

CREATE TABLE plays (
    ended_at      timestamptz NOT NULL,
    reported_at   timestamptz NOT NULL,
    offline_at    timestamptz NOT NULL,
    user_id       int NOT NULL,
    track_id      int NOT NULL,
    ms_played     int NOT NULL,
    ordinal       smallint NOT NULL,
    source        text NOT NULL,
    reason_end    text,
    shuffle       boolean,
    skipped       boolean,
    offline       boolean,
    is_superseded boolean NOT NULL,
    arrival       xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (user_id, track_id, reported_at, ms_played, offline_at, ordinal)
);
CREATE INDEX plays_arrival ON plays (arrival);

CREATE TABLE spotify_artists (
    spotify_id text PRIMARY KEY,
    name       text NOT NULL,
    genres     text[],
    popularity int,
    arrival    xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX spotify_artists_arrival ON spotify_artists (arrival);

CREATE TABLE spotify_albums (
    spotify_id             text PRIMARY KEY,
    name                   text NOT NULL,
    album_type             text,
    release_date           text,
    release_date_precision text,
    total_tracks           int
);

CREATE TABLE spotify_tracks (
    spotify_id   text PRIMARY KEY,
    name         text NOT NULL,
    artist_ids   text[] NOT NULL,
    artist_names text[] NOT NULL,
    album_id     text,
    duration_ms  int,
    is_explicit  boolean,
    popularity   int,
    arrival      xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX spotify_tracks_arrival ON spotify_tracks (arrival);

-- The same function as node A's, so that the same statement makes the same figures on both.
CREATE FUNCTION names_key(artist_key text, name_key text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN ('x' || encode(substring(sha256(convert_to(artist_key || E'\x1F' || name_key, 'UTF8')) FROM 1 FOR 8), 'hex'))::bit(64)::bigint;

CREATE SCHEMA community;

-- How far the figures have come: the snapshot of the transaction that made them, and the file in which plays lay, which changes when the
-- table is emptied as a whole. One row.
CREATE TABLE community.refreshes (
    is_only      boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    snapshot     pg_snapshot,
    filenode     oid,
    refreshed_at timestamptz,
    refreshes    bigint NOT NULL DEFAULT 0
);
INSERT INTO community.refreshes DEFAULT VALUES;

-- Where node A is to the subscription, as it was told last; without the password. One row while there is a subscription.
CREATE TABLE community.subscriptions (
    name    text PRIMARY KEY,
    address text NOT NULL
);

-- Plays that counted and went or changed since the figures were made, as they were.
CREATE TABLE community.gone (
    user_id   int NOT NULL,
    track_id  int NOT NULL,
    ended_at  timestamptz NOT NULL,
    ms_played int NOT NULL,
    arrival   xid8 NOT NULL
);

-- What each listener has heard, by what the plays themselves say; everybody's, so that one who joins is counted without reading plays again.
CREATE TABLE community.heard_tracks (
    user_id      int NOT NULL,
    track_id     int NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (user_id, track_id)
);
CREATE TABLE community.heard_days (
    user_id      int NOT NULL,
    day          date NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (user_id, day)
);

-- The same of those who have joined, by what is the same for all of them: an artist is its name, a track its artist's name and its title
-- (id: names_key), a day is one of UTC. A listener without a play stands in listeners all the same.
CREATE TABLE community.listeners (
    user_id      int PRIMARY KEY,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL
);
CREATE TABLE community.listener_tracks (
    user_id      int NOT NULL,
    id           bigint NOT NULL,
    artist_id    bigint NOT NULL,
    name         text NOT NULL,
    artist_name  text NOT NULL,
    spotify_id   text,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX listener_tracks_id ON community.listener_tracks (id);
CREATE TABLE community.listener_artists (
    user_id      int NOT NULL,
    id           bigint NOT NULL,
    name         text NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX listener_artists_id ON community.listener_artists (id);
CREATE TABLE community.listener_genres (
    user_id      int NOT NULL,
    id           text NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX listener_genres_id ON community.listener_genres (id);
CREATE TABLE community.listener_days (
    user_id      int NOT NULL,
    id           date NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX listener_days_id ON community.listener_days (id);

-- The genres of an artist: what Spotify says of the artist of this name who plays most of the tracks, where it says anything.
CREATE TABLE community.artist_genres (
    artist_id bigint NOT NULL,
    genre     text NOT NULL,
    PRIMARY KEY (artist_id, genre)
);

-- The community's figures. A name is the one that most listeners have.
CREATE TABLE community.tracks (
    id           bigint PRIMARY KEY,
    artist_id    bigint NOT NULL,
    name         text NOT NULL,
    artist_name  text NOT NULL,
    spotify_id   text,
    listeners    int NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL
);
CREATE INDEX tracks_plays ON community.tracks (plays DESC, id);
CREATE INDEX tracks_milliseconds ON community.tracks (milliseconds DESC, id);
CREATE TABLE community.artists (
    id           bigint PRIMARY KEY,
    name         text NOT NULL,
    listeners    int NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL
);
CREATE INDEX artists_plays ON community.artists (plays DESC, id);
CREATE INDEX artists_milliseconds ON community.artists (milliseconds DESC, id);
CREATE TABLE community.genres (
    id           text PRIMARY KEY,
    listeners    int NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL
);
CREATE TABLE community.days (
    id           date PRIMARY KEY,
    listeners    int NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL
);

-- What counts: 30 seconds or more, and not the shorter telling of a play that another row tells better.
CREATE FUNCTION community.counts(ms_played int, is_superseded boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ms_played >= 30000 AND NOT is_superseded;

CREATE FUNCTION community.play_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF community.counts(OLD.ms_played, OLD.is_superseded) THEN
        INSERT INTO community.gone (user_id, track_id, ended_at, ms_played, arrival)
        VALUES (OLD.user_id, OLD.track_id, OLD.ended_at, OLD.ms_played, OLD.arrival);
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    NEW.arrival := pg_current_xact_id();
    RETURN NEW;
END $$;

CREATE FUNCTION community.row_arrived_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.arrival := pg_current_xact_id();
    RETURN NEW;
END $$;

-- Rows that come need no trigger. ALWAYS: the process that applies what node A sends fires no others, and of these only those of rows.
CREATE TRIGGER play_went BEFORE DELETE ON plays FOR EACH ROW EXECUTE FUNCTION community.play_went();
CREATE TRIGGER play_changed BEFORE UPDATE ON plays FOR EACH ROW
    WHEN ((OLD.user_id, OLD.track_id, OLD.ms_played, OLD.ended_at, OLD.is_superseded)
        IS DISTINCT FROM (NEW.user_id, NEW.track_id, NEW.ms_played, NEW.ended_at, NEW.is_superseded))
    EXECUTE FUNCTION community.play_went();
CREATE TRIGGER artist_changed BEFORE UPDATE ON artists FOR EACH ROW
    WHEN ((OLD.name, OLD.name_key, OLD.genres) IS DISTINCT FROM (NEW.name, NEW.name_key, NEW.genres))
    EXECUTE FUNCTION community.row_arrived_anew();
CREATE TRIGGER track_changed BEFORE UPDATE ON tracks FOR EACH ROW
    WHEN ((OLD.name, OLD.name_key, OLD.artist_id, OLD.spotify_id) IS DISTINCT FROM (NEW.name, NEW.name_key, NEW.artist_id, NEW.spotify_id))
    EXECUTE FUNCTION community.row_arrived_anew();
CREATE TRIGGER spotify_artist_changed BEFORE UPDATE ON spotify_artists FOR EACH ROW
    WHEN (OLD.genres IS DISTINCT FROM NEW.genres) EXECUTE FUNCTION community.row_arrived_anew();
CREATE TRIGGER spotify_track_changed BEFORE UPDATE ON spotify_tracks FOR EACH ROW
    WHEN ((OLD.artist_ids, OLD.artist_names) IS DISTINCT FROM (NEW.artist_ids, NEW.artist_names))
    EXECUTE FUNCTION community.row_arrived_anew();
ALTER TABLE plays ENABLE ALWAYS TRIGGER play_went, ENABLE ALWAYS TRIGGER play_changed;
ALTER TABLE artists ENABLE ALWAYS TRIGGER artist_changed;
ALTER TABLE tracks ENABLE ALWAYS TRIGGER track_changed;
ALTER TABLE spotify_artists ENABLE ALWAYS TRIGGER spotify_artist_changed;
ALTER TABLE spotify_tracks ENABLE ALWAYS TRIGGER spotify_track_changed;
