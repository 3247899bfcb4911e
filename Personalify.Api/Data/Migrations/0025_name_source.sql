-- Who gave the name that an artist, album or track shows: an export of the listener's own, or Spotify alone (plays that it told while they
-- were recent, see polled_plays). It is kept beside the name, so whatever reads the one has the other; imports, undos and polls write both.
ALTER TABLE artists ADD COLUMN name_source text NOT NULL DEFAULT 'EXPORT' CHECK (name_source IN ('EXPORT', 'SPOTIFY'));
ALTER TABLE albums ADD COLUMN name_source text NOT NULL DEFAULT 'EXPORT' CHECK (name_source IN ('EXPORT', 'SPOTIFY'));
ALTER TABLE tracks ADD COLUMN name_source text NOT NULL DEFAULT 'EXPORT' CHECK (name_source IN ('EXPORT', 'SPOTIFY'));

UPDATE tracks SET name_source = 'SPOTIFY'
FROM imports AS polled
WHERE polled.kind = 'SPOTIFY' AND tracks.user_id = polled.user_id AND tracks.import_id = polled.id;

-- An artist or album is in the catalogue because some import names it, so what no other import names Spotify named.
UPDATE artists SET name_source = 'SPOTIFY'
FROM imports AS polled
WHERE polled.kind = 'SPOTIFY' AND artists.user_id = polled.user_id
    AND NOT EXISTS (SELECT FROM tracks AS named WHERE named.user_id = artists.user_id AND named.artist_id = artists.id
        AND named.import_id <> polled.id)
    AND NOT EXISTS (SELECT FROM track_observations AS named WHERE named.user_id = artists.user_id AND named.artist_id = artists.id
        AND named.import_id <> polled.id);

UPDATE albums SET name_source = 'SPOTIFY'
FROM imports AS polled
WHERE polled.kind = 'SPOTIFY' AND albums.user_id = polled.user_id
    AND NOT EXISTS (SELECT FROM tracks AS named WHERE named.user_id = albums.user_id AND named.album_id = albums.id
        AND named.import_id <> polled.id)
    AND NOT EXISTS (SELECT FROM track_observations AS named WHERE named.user_id = albums.user_id AND named.album_id = albums.id
        AND named.import_id <> polled.id);
