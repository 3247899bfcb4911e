-- 2,000 artists, 4,000 albums, 20,000 tracks with one to three artists, and 100 users with top lists; the same on every run.

CREATE TYPE time_range AS ENUM ('short_term', 'medium_term', 'long_term');
CREATE TABLE users   (id int PRIMARY KEY, display_name text NOT NULL);
CREATE TABLE artists (id int PRIMARY KEY, name text NOT NULL, genres text[] NOT NULL, popularity int NOT NULL);
CREATE TABLE albums  (id int PRIMARY KEY, name text NOT NULL, release_year int NOT NULL);
CREATE TABLE tracks  (id int PRIMARY KEY, name text NOT NULL, popularity int NOT NULL,
                      duration_ms int NOT NULL, album_id int NOT NULL REFERENCES albums);
CREATE TABLE track_artists (track_id int NOT NULL REFERENCES tracks, position int NOT NULL,
                            artist_id int NOT NULL REFERENCES artists, PRIMARY KEY (track_id, position));
CREATE TABLE user_top_tracks  (user_id int NOT NULL REFERENCES users, time_range time_range NOT NULL, rank int NOT NULL,
                               track_id int NOT NULL REFERENCES tracks, PRIMARY KEY (user_id, time_range, rank));
CREATE TABLE user_top_artists (user_id int NOT NULL REFERENCES users, time_range time_range NOT NULL, rank int NOT NULL,
                               artist_id int NOT NULL REFERENCES artists, PRIMARY KEY (user_id, time_range, rank));

-- h(n, salt): a stable pseudo random non negative int
CREATE OR REPLACE FUNCTION pg_temp.h(n int, salt text) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5(salt || ':' || n), 1, 7))::bit(28)::int $$;

CREATE TEMP TABLE words AS SELECT row_number() OVER () - 1 AS i, w FROM unnest(string_to_array(
 'Midnight Golden Silver River Echo Paper Neon Static Velvet Burning Hollow Distant Summer Winter Glass Ocean Thunder Quiet Electric Broken Northern Wild Crystal Shadow Morning Violet Iron Falling Secret Desert Lunar Crimson',
 ' ')) w;
CREATE TEMP TABLE gen AS SELECT row_number() OVER () - 1 AS i, g FROM unnest(string_to_array(
 'indie rock,dream pop,synthwave,art pop,hip hop,neo soul,deep house,ambient,post-punk,folk,jazz fusion,metalcore,trap,k-pop,latin pop,drum and bass',
 ',')) g;
CREATE OR REPLACE FUNCTION pg_temp.title(n int, salt text) RETURNS text LANGUAGE sql AS
$$ SELECT a.w || ' ' || b.w FROM words a, words b WHERE a.i = pg_temp.h(n, salt || 'a') % 32 AND b.i = pg_temp.h(n, salt || 'b') % 32 $$;

INSERT INTO users   SELECT i, 'Listener ' || i FROM generate_series(1, 100) i;
INSERT INTO artists SELECT n, 'The ' || pg_temp.title(n, 'artist') || ' ' || n,
  ARRAY(SELECT DISTINCT g FROM gen WHERE gen.i IN (pg_temp.h(n,'g1') % 16, pg_temp.h(n,'g2') % 16, pg_temp.h(n,'g3') % 16) ORDER BY g),
  pg_temp.h(n, 'apop') % 101 FROM generate_series(1, 2000) n;
INSERT INTO albums  SELECT i, pg_temp.title(i, 'album') || ' (Deluxe)', 1970 + pg_temp.h(i, 'yr') % 55 FROM generate_series(1, 4000) i;
INSERT INTO tracks  SELECT i, pg_temp.title(i, 'track') || ' ' || i, pg_temp.h(i, 'pop') % 101, 120000 + pg_temp.h(i, 'dur') % 180000,
  1 + pg_temp.h(i, 'alb') % 4000 FROM generate_series(1, 20000) i;
INSERT INTO track_artists
  SELECT t, p, 1 + (pg_temp.h(t, 'ta') + (p - 1) * 37) % 2000 FROM generate_series(1, 20000) t, generate_series(1, 3) p
  WHERE p <= 1 + pg_temp.h(t, 'n') % 3;
INSERT INTO user_top_tracks
  SELECT u, r, k, 1 + (pg_temp.h(u, 'ut' || r) + k * 379) % 20000
  FROM generate_series(1, 100) u, unnest(enum_range(NULL::time_range)) r, generate_series(1, 50) k;
INSERT INTO user_top_artists
  SELECT u, r, k, 1 + (pg_temp.h(u, 'ua' || r) + k * 37) % 2000
  FROM generate_series(1, 100) u, unnest(enum_range(NULL::time_range)) r, generate_series(1, 50) k;
ANALYZE;
