-- The catalogue becomes each listener's own: what a listener sees depends on their own files, never on another listener's. A row is
-- numbered within its listener, so neither ids nor counts tell anything of others, and everything of a listener lies on one key (user_id).
-- A play is known by all that its row says (see plays below), and remembers the names that its own row carried.
CREATE SCHEMA former;
ALTER TABLE artists SET SCHEMA former;
ALTER TABLE albums SET SCHEMA former;
ALTER TABLE tracks SET SCHEMA former;
ALTER TABLE other_items SET SCHEMA former;
ALTER TABLE plays SET SCHEMA former;
ALTER TABLE other_plays SET SCHEMA former;
ALTER TABLE play_observations SET SCHEMA former;
ALTER TABLE other_play_observations SET SCHEMA former;
DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('ALTER TABLE plays_%s SET SCHEMA former', n);
        EXECUTE format('ALTER TABLE other_plays_%s SET SCHEMA former', n);
        EXECUTE format('ALTER TABLE play_observations_%s SET SCHEMA former', n);
        EXECUTE format('ALTER TABLE other_play_observations_%s SET SCHEMA former', n);
    END LOOP;
END $$;
-- Nothing filled it: all artists of a track come with what Spotify itself says.
DROP TABLE track_artists;

-- The last number given out to each kind. A number is never given twice, so an id that was undone never names something else later.
CREATE TABLE catalog_counters (
    user_id int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    artists int NOT NULL,
    albums  int NOT NULL,
    tracks  int NOT NULL,
    items   int NOT NULL
);

CREATE TABLE artists (
    user_id    int NOT NULL REFERENCES users ON DELETE CASCADE,
    id         int NOT NULL,
    spotify_id text,
    name       text NOT NULL,
    name_key   text NOT NULL,
    image_url  text,
    popularity int,
    genres     text[],
    search_key text GENERATED ALWAYS AS (search_key(name)) STORED,
    PRIMARY KEY (user_id, id),
    UNIQUE (user_id, name_key)
);

CREATE TABLE albums (
    user_id      int NOT NULL,
    id           int NOT NULL,
    spotify_id   text,
    artist_id    int NOT NULL,
    name         text NOT NULL,
    name_key     text NOT NULL,
    image_url    text,
    release_date date,
    search_key   text GENERATED ALWAYS AS (search_key(name)) STORED,
    PRIMARY KEY (user_id, id),
    UNIQUE (user_id, artist_id, name_key),
    FOREIGN KEY (user_id, artist_id) REFERENCES artists ON DELETE CASCADE
);

-- A track is a Spotify id, or without one artist and title. The row holds the best description among the listener's own imports: import_id
-- gave it, named_at is the end of that import's newest row of the track; artist_name and album_name are how it wrote them. named_at is
-- -infinity where only another listener's file may have given the names, before the catalogue was per listener: any own row is better.
CREATE TABLE tracks (
    user_id     int NOT NULL,
    id          int NOT NULL,
    spotify_id  text,
    artist_id   int NOT NULL,
    album_id    int,
    name        text NOT NULL,
    name_key    text NOT NULL,
    artist_name text NOT NULL,
    album_name  text,
    import_id   int NOT NULL,
    named_at    timestamptz NOT NULL,
    duration_ms int,
    preview_url text,
    image_url   text,
    popularity  int,
    search_key  text GENERATED ALWAYS AS (search_key(name)) STORED,
    PRIMARY KEY (user_id, id)
);

-- What the other imports of the listener say of a track: undoing the one whose description is shown falls back on these.
CREATE TABLE track_observations (
    user_id     int NOT NULL,
    track_id    int NOT NULL,
    import_id   int NOT NULL,
    artist_id   int NOT NULL,
    album_id    int,
    name        text NOT NULL,
    name_key    text NOT NULL,
    artist_name text NOT NULL,
    album_name  text,
    named_at    timestamptz NOT NULL,
    PRIMARY KEY (user_id, track_id, import_id)
);

-- Episodes of podcasts, chapters of audiobooks, and rows that name nothing at all: kept, apart from music.
CREATE TABLE other_items (
    user_id    int NOT NULL REFERENCES users ON DELETE CASCADE,
    id         int NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('EPISODE', 'CHAPTER', 'UNKNOWN')),
    spotify_id text,
    name       text NOT NULL,
    show_name  text NOT NULL,
    import_id  int NOT NULL,
    named_at   timestamptz NOT NULL,
    PRIMARY KEY (user_id, id)
);

CREATE TABLE other_item_observations (
    user_id   int NOT NULL,
    item_id   int NOT NULL,
    import_id int NOT NULL,
    name      text NOT NULL,
    show_name text NOT NULL,
    named_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, item_id, import_id)
);

-- Every play. What makes one: its track, the time that its row names (reported_at), how long it was, when it began offline as the row says
-- (offline_at: -infinity where the row says nothing, infinity where nothing is known because the play is older than this column), and, for
-- account data, whose times are minutes, the how many-eth of equal rows it is (ordinal). ended_at is when it ended: reported_at, or for a
-- play that was reported later than it was heard, offline_at and its length. It fits into 4 bytes of seconds since 2000 (Domain, PlayTime).
-- names_key stands for artist and title as the play's own row wrote them. is_superseded: an account-data play that an extended one covers.
CREATE TABLE plays (
    ended_at      timestamptz NOT NULL CHECK (ended_at >= '2000-01-01 00:00+00' AND ended_at < '2068-01-01 00:00+00'),
    reported_at   timestamptz NOT NULL,
    offline_at    timestamptz NOT NULL DEFAULT '-infinity',
    names_key     bigint NOT NULL,
    user_id       int NOT NULL,
    track_id      int NOT NULL,
    ms_played     int NOT NULL CHECK (ms_played >= 0),
    import_id     int NOT NULL,
    ordinal       smallint NOT NULL DEFAULT 0,
    source        text NOT NULL CHECK (source IN ('EXTENDED', 'ACCOUNT', 'LIVE')),
    reason_start  text,
    reason_end    text,
    platform      text,
    shuffle       boolean,
    skipped       boolean,
    offline       boolean,
    incognito     boolean,
    is_superseded boolean NOT NULL DEFAULT false
) PARTITION BY HASH (user_id);

-- The same for episodes, chapters and rows that name nothing.
CREATE TABLE other_plays (
    ended_at    timestamptz NOT NULL,
    reported_at timestamptz NOT NULL,
    offline_at  timestamptz NOT NULL DEFAULT '-infinity',
    user_id     int NOT NULL,
    item_id     int NOT NULL,
    ms_played   int NOT NULL CHECK (ms_played >= 0),
    import_id   int NOT NULL,
    ordinal     smallint NOT NULL DEFAULT 0
) PARTITION BY HASH (user_id);

-- A further delivery of a play which was there already, with what it said, so that undoing the first import loses nothing. plays holds the
-- best of all deliveries, so the order of imports makes no difference. Deliveries that name the play differently are kept apart.
CREATE TABLE play_observations (
    ended_at     timestamptz NOT NULL,
    reported_at  timestamptz NOT NULL,
    offline_at   timestamptz NOT NULL,
    names_key    bigint NOT NULL,
    user_id      int NOT NULL,
    track_id     int NOT NULL,
    ms_played    int NOT NULL,
    import_id    int NOT NULL,
    ordinal      smallint NOT NULL,
    source       text NOT NULL,
    reason_start text,
    reason_end   text,
    platform     text,
    shuffle      boolean,
    skipped      boolean,
    offline      boolean,
    incognito    boolean
) PARTITION BY HASH (user_id);

CREATE TABLE other_play_observations (
    ended_at    timestamptz NOT NULL,
    reported_at timestamptz NOT NULL,
    offline_at  timestamptz NOT NULL,
    user_id     int NOT NULL,
    item_id     int NOT NULL,
    ms_played   int NOT NULL,
    import_id   int NOT NULL,
    ordinal     smallint NOT NULL
) PARTITION BY HASH (user_id);

DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('CREATE TABLE plays_%s PARTITION OF plays FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE TABLE other_plays_%s PARTITION OF other_plays FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE TABLE play_observations_%s PARTITION OF play_observations FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
        EXECUTE format('CREATE TABLE other_play_observations_%s PARTITION OF other_play_observations FOR VALUES WITH (MODULUS 16, REMAINDER %s)', n, n);
    END LOOP;
END $$;

-- The first eight bytes of SHA-256 of artist key and title key with U+001F between them, as the importer computes it.
CREATE FUNCTION names_key(artist_key text, name_key text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN ('x' || encode(substring(sha256(convert_to(artist_key || E'\x1F' || name_key, 'UTF8')) FROM 1 FOR 8), 'hex'))::bit(64)::bigint;

-- Who delivered which track how late, from plays and from what further imports said of them.
CREATE TEMP TABLE delivered ON COMMIT DROP AS
SELECT user_id, track_id, import_id, max(ended_at) AS newest
FROM (SELECT user_id, track_id, import_id, ended_at FROM former.plays UNION ALL
    SELECT user_id, track_id, import_id, ended_at FROM former.play_observations) AS delivery
GROUP BY user_id, track_id, import_id;

CREATE TEMP TABLE track_numbers ON COMMIT DROP AS
SELECT user_id, track_id, row_number() OVER (PARTITION BY user_id ORDER BY track_id)::int AS number
FROM (SELECT DISTINCT user_id, track_id FROM delivered) AS heard;

CREATE TEMP TABLE artist_numbers ON COMMIT DROP AS
SELECT user_id, artist_id, row_number() OVER (PARTITION BY user_id ORDER BY artist_id)::int AS number
FROM (
    SELECT heard.user_id, track.artist_id FROM track_numbers AS heard JOIN former.tracks AS track ON track.id = heard.track_id
    UNION
    SELECT heard.user_id, album.artist_id FROM track_numbers AS heard
    JOIN former.tracks AS track ON track.id = heard.track_id JOIN former.albums AS album ON album.id = track.album_id
) AS heard;

CREATE TEMP TABLE album_numbers ON COMMIT DROP AS
SELECT user_id, album_id, row_number() OVER (PARTITION BY user_id ORDER BY album_id)::int AS number
FROM (
    SELECT DISTINCT heard.user_id, track.album_id FROM track_numbers AS heard JOIN former.tracks AS track ON track.id = heard.track_id
    WHERE track.album_id IS NOT NULL
) AS heard;

ANALYZE delivered, track_numbers, artist_numbers, album_numbers;

INSERT INTO artists (user_id, id, spotify_id, name, name_key, image_url, popularity, genres)
SELECT mine.user_id, mine.number, artist.spotify_id, artist.name, artist.name_key, artist.image_url, artist.popularity, artist.genres
FROM artist_numbers AS mine JOIN former.artists AS artist ON artist.id = mine.artist_id;

INSERT INTO albums (user_id, id, spotify_id, artist_id, name, name_key, image_url, release_date)
SELECT mine.user_id, mine.number, album.spotify_id, artist.number, album.name, album.name_key, album.image_url, album.release_date
FROM album_numbers AS mine
JOIN former.albums AS album ON album.id = mine.album_id
JOIN artist_numbers AS artist ON artist.user_id = mine.user_id AND artist.artist_id = album.artist_id;

-- One description for each import that delivered the track. The names are certainly the listener's own where one of their plays ended when
-- the names were last given, or where no other listener has the track at all.
CREATE TEMP TABLE descriptions ON COMMIT DROP AS
SELECT mine.user_id, mine.number AS track_id, delivery.import_id, track.spotify_id, artist.number AS artist_id, album.number AS album_id,
    track.name, track.name_key, artist_row.name AS artist_name, album_row.name AS album_name,
    CASE WHEN own.is_own THEN delivery.newest ELSE '-infinity'::timestamptz END AS named_at,
    track.duration_ms, track.preview_url, track.image_url, track.popularity,
    row_number() OVER (PARTITION BY mine.user_id, mine.number ORDER BY delivery.newest DESC, delivery.import_id) AS place
FROM track_numbers AS mine
JOIN former.tracks AS track ON track.id = mine.track_id
JOIN former.artists AS artist_row ON artist_row.id = track.artist_id
LEFT JOIN former.albums AS album_row ON album_row.id = track.album_id
JOIN artist_numbers AS artist ON artist.user_id = mine.user_id AND artist.artist_id = track.artist_id
LEFT JOIN album_numbers AS album ON album.user_id = mine.user_id AND album.album_id = track.album_id
JOIN delivered AS delivery ON delivery.user_id = mine.user_id AND delivery.track_id = mine.track_id
JOIN (
    SELECT delivery.user_id, delivery.track_id, bool_or(delivery.newest = track.named_at) OR bool_and(heard.listeners = 1) AS is_own
    FROM delivered AS delivery
    JOIN former.tracks AS track ON track.id = delivery.track_id
    JOIN (SELECT track_id, count(*) AS listeners FROM track_numbers GROUP BY track_id) AS heard ON heard.track_id = delivery.track_id
    GROUP BY delivery.user_id, delivery.track_id
) AS own ON own.user_id = mine.user_id AND own.track_id = mine.track_id;

INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, album_name, import_id, named_at,
    duration_ms, preview_url, image_url, popularity)
SELECT user_id, track_id, spotify_id, artist_id, album_id, name, name_key, artist_name, album_name, import_id, named_at,
    duration_ms, preview_url, image_url, popularity
FROM descriptions WHERE place = 1;

INSERT INTO track_observations (user_id, track_id, import_id, artist_id, album_id, name, name_key, artist_name, album_name, named_at)
SELECT user_id, track_id, import_id, artist_id, album_id, name, name_key, artist_name, album_name, named_at
FROM descriptions WHERE place > 1;

INSERT INTO plays (ended_at, reported_at, offline_at, names_key, user_id, track_id, ms_played, import_id, source,
    reason_start, reason_end, platform, shuffle, skipped, offline, incognito, is_superseded)
SELECT play.ended_at, play.ended_at, CASE play.source WHEN 'EXTENDED' THEN 'infinity' ELSE '-infinity' END::timestamptz, said.names_key,
    play.user_id, mine.number, play.ms_played, play.import_id, play.source,
    play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito, play.is_superseded
FROM former.plays AS play
JOIN track_numbers AS mine ON mine.user_id = play.user_id AND mine.track_id = play.track_id
JOIN (SELECT track.id, names_key(artist.name_key, track.name_key) AS names_key
    FROM former.tracks AS track JOIN former.artists AS artist ON artist.id = track.artist_id) AS said ON said.id = play.track_id
ORDER BY play.user_id, play.ended_at;

INSERT INTO play_observations (ended_at, reported_at, offline_at, names_key, user_id, track_id, ms_played, import_id, ordinal, source,
    reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
SELECT play.ended_at, play.reported_at, play.offline_at, play.names_key, play.user_id, play.track_id, play.ms_played, observed.import_id, 0,
    observed.source, observed.reason_start, observed.reason_end, observed.platform, observed.shuffle, observed.skipped, observed.offline,
    observed.incognito
FROM former.play_observations AS observed
JOIN track_numbers AS mine ON mine.user_id = observed.user_id AND mine.track_id = observed.track_id
JOIN plays AS play ON play.user_id = observed.user_id AND play.track_id = mine.number AND play.ended_at = observed.ended_at
    AND play.ms_played = observed.ms_played;

CREATE TEMP TABLE item_numbers ON COMMIT DROP AS
SELECT user_id, item_id, row_number() OVER (PARTITION BY user_id ORDER BY item_id)::int AS number
FROM (SELECT user_id, item_id FROM former.other_plays UNION SELECT user_id, item_id FROM former.other_play_observations) AS heard;

CREATE TEMP TABLE item_descriptions ON COMMIT DROP AS
SELECT mine.user_id, mine.number AS item_id, delivery.import_id, item.kind, item.spotify_id, item.name, item.show_name,
    CASE WHEN bool_or(delivery.newest = item.named_at) OVER (PARTITION BY mine.user_id, mine.number) THEN delivery.newest
        ELSE '-infinity'::timestamptz END AS named_at,
    row_number() OVER (PARTITION BY mine.user_id, mine.number ORDER BY delivery.newest DESC, delivery.import_id) AS place
FROM item_numbers AS mine
JOIN former.other_items AS item ON item.id = mine.item_id
JOIN (
    SELECT user_id, item_id, import_id, max(ended_at) AS newest
    FROM (SELECT user_id, item_id, import_id, ended_at FROM former.other_plays UNION ALL
        SELECT user_id, item_id, import_id, ended_at FROM former.other_play_observations) AS delivery
    GROUP BY user_id, item_id, import_id
) AS delivery ON delivery.user_id = mine.user_id AND delivery.item_id = mine.item_id;

INSERT INTO other_items (user_id, id, kind, spotify_id, name, show_name, import_id, named_at)
SELECT user_id, item_id, kind, spotify_id, name, show_name, import_id, named_at FROM item_descriptions WHERE place = 1;

INSERT INTO other_item_observations (user_id, item_id, import_id, name, show_name, named_at)
SELECT user_id, item_id, import_id, name, show_name, named_at FROM item_descriptions WHERE place > 1;

INSERT INTO other_plays (ended_at, reported_at, offline_at, user_id, item_id, ms_played, import_id)
SELECT play.ended_at, play.ended_at, 'infinity', play.user_id, mine.number, play.ms_played, play.import_id
FROM former.other_plays AS play JOIN item_numbers AS mine ON mine.user_id = play.user_id AND mine.item_id = play.item_id
ORDER BY play.user_id, play.ended_at;

INSERT INTO other_play_observations (ended_at, reported_at, offline_at, user_id, item_id, ms_played, import_id, ordinal)
SELECT observed.ended_at, observed.ended_at, 'infinity', observed.user_id, mine.number, observed.ms_played, observed.import_id, 0
FROM former.other_play_observations AS observed
JOIN item_numbers AS mine ON mine.user_id = observed.user_id AND mine.item_id = observed.item_id;

INSERT INTO catalog_counters (user_id, artists, albums, tracks, items)
SELECT id, coalesce((SELECT max(number) FROM artist_numbers WHERE user_id = users.id), 0),
    coalesce((SELECT max(number) FROM album_numbers WHERE user_id = users.id), 0),
    coalesce((SELECT max(number) FROM track_numbers WHERE user_id = users.id), 0),
    coalesce((SELECT max(number) FROM item_numbers WHERE user_id = users.id), 0)
FROM users;

-- Keys and references after the rows, which is faster and leaves the indexes packed.
CREATE UNIQUE INDEX tracks_spotify_id ON tracks (user_id, spotify_id);
CREATE UNIQUE INDEX tracks_names ON tracks (user_id, artist_id, name_key) WHERE spotify_id IS NULL;
CREATE INDEX tracks_artist_id ON tracks (user_id, artist_id);
CREATE INDEX tracks_album_id ON tracks (user_id, album_id);
ALTER TABLE tracks ADD FOREIGN KEY (user_id, artist_id) REFERENCES artists ON DELETE CASCADE,
    ADD FOREIGN KEY (user_id, album_id) REFERENCES albums;
CREATE INDEX track_observations_artist_id ON track_observations (user_id, artist_id);
CREATE INDEX track_observations_album_id ON track_observations (user_id, album_id);
-- A listener's observations go with the listener first, because what they refer to goes too.
ALTER TABLE track_observations ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
    ADD FOREIGN KEY (user_id, track_id) REFERENCES tracks ON DELETE CASCADE,
    ADD FOREIGN KEY (user_id, artist_id) REFERENCES artists, ADD FOREIGN KEY (user_id, album_id) REFERENCES albums;
CREATE UNIQUE INDEX other_items_spotify_id ON other_items (user_id, kind, spotify_id) WHERE spotify_id IS NOT NULL;
CREATE UNIQUE INDEX other_items_names ON other_items (user_id, kind, show_name, name) WHERE spotify_id IS NULL;
ALTER TABLE other_item_observations ADD FOREIGN KEY (user_id, item_id) REFERENCES other_items ON DELETE CASCADE;

DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('CREATE UNIQUE INDEX plays_%s_key ON plays_%s (user_id, track_id, reported_at, ms_played, offline_at, ordinal)', n, n);
        EXECUTE format('CREATE INDEX plays_%s_ended_at ON plays_%s (user_id, ended_at)', n, n);
        EXECUTE format('CREATE INDEX plays_%s_account ON plays_%s (user_id, reported_at) WHERE source = ''ACCOUNT''', n, n);
        EXECUTE format('ALTER TABLE plays_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
                        ADD FOREIGN KEY (user_id, track_id) REFERENCES tracks', n);
        EXECUTE format('CREATE UNIQUE INDEX other_plays_%s_key ON other_plays_%s (user_id, item_id, reported_at, ms_played, offline_at, ordinal)', n, n);
        EXECUTE format('ALTER TABLE other_plays_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
                        ADD FOREIGN KEY (user_id, item_id) REFERENCES other_items', n);
        EXECUTE format('CREATE UNIQUE INDEX play_observations_%s_key ON play_observations_%s
                        (user_id, import_id, track_id, reported_at, ms_played, offline_at, ordinal, names_key)', n, n);
        EXECUTE format('CREATE INDEX play_observations_%s_play ON play_observations_%s (user_id, track_id, reported_at)', n, n);
        EXECUTE format('ALTER TABLE play_observations_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE', n);
        EXECUTE format('CREATE UNIQUE INDEX other_play_observations_%s_key ON other_play_observations_%s
                        (user_id, import_id, item_id, reported_at, ms_played, offline_at, ordinal)', n, n);
        EXECUTE format('ALTER TABLE other_play_observations_%s ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE', n);
    END LOOP;
END $$;

-- The months name tracks, artists and albums by their new numbers.
TRUNCATE play_months;
INSERT INTO play_months (user_id, month, plays, ended, tracks, artists, albums, ms, flags)
SELECT user_id, month, count(*)::int,
    string_agg(int4send(ended), ''::bytea ORDER BY ended_at, track_id, ms_played, reported_at, offline_at, ordinal),
    string_agg(int4send(track_id), ''::bytea ORDER BY ended_at, track_id, ms_played, reported_at, offline_at, ordinal),
    string_agg(int4send(artist_id), ''::bytea ORDER BY ended_at, track_id, ms_played, reported_at, offline_at, ordinal),
    string_agg(int4send(album_id), ''::bytea ORDER BY ended_at, track_id, ms_played, reported_at, offline_at, ordinal),
    string_agg(int4send(ms_played), ''::bytea ORDER BY ended_at, track_id, ms_played, reported_at, offline_at, ordinal),
    string_agg(set_byte('\x00'::bytea, 0, flags), ''::bytea ORDER BY ended_at, track_id, ms_played, reported_at, offline_at, ordinal)
FROM (
    SELECT play.user_id, date_trunc('month', play.ended_at AT TIME ZONE 'UTC')::date AS month, play.ended_at, play.track_id, play.ms_played,
        play.reported_at, play.offline_at, play.ordinal, track.artist_id, coalesce(track.album_id, 0) AS album_id,
        floor(date_part('epoch', play.ended_at) - 946684800)::int AS ended,
        (play.ms_played >= 30000)::int
            + 2 * (play.ms_played >= 240000 OR coalesce(play.ms_played >= track.duration_ms - play.ms_played,
                coalesce(play.reason_end = 'trackdone', false)))::int
            + 4 * coalesce(play.reason_end = 'trackdone', false)::int
            + 8 * coalesce(play.skipped, false)::int + 16 * coalesce(play.shuffle, false)::int + 32 * coalesce(play.offline, false)::int
            + 64 * coalesce(play.incognito, false)::int + 128 * (play.source = 'ACCOUNT')::int AS flags
    FROM plays AS play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
    WHERE NOT play.is_superseded
) AS play
GROUP BY user_id, month;

DROP SCHEMA former CASCADE;
